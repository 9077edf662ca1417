import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RfmFacts, quintile, rfmOf } from './rfm'

const did = (matched: number, lastMatched: number | null = 0, monetary = 0): RfmFacts => ({
  matched,
  lastMatched,
  monetary,
})

describe('quintiles', () => {
  test('ten different values make fifths of two', () => {
    const fifths = Array.from({ length: 10 }, (_, below) => quintile({ below, equal: 1 }, 10))
    expect(fifths).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
  })

  test('people who are all tied stand in the middle', () => {
    for (const size of [1, 2, 5, 1000]) expect(quintile({ below: 0, equal: size }, size)).toBe(3)
  })

  test('nobody gets more than 5, also where the person is an outsider above all', () => {
    expect(quintile({ below: 7, equal: 0 }, 7)).toBe(5)
  })
})

describe('R, F and M', () => {
  test('the worked example of frequency', () => {
    const five = [1, 2, 3, 4, 5].map((times) => did(times))
    expect(five.map((one) => rfmOf(one, five).frequency)).toEqual([1, 2, 3, 4, 5])
    const most = [0, 0, 0, 0, 9].map((times) => did(times))
    expect(most.map((one) => rfmOf(one, most).frequency)).toEqual([3, 3, 3, 3, 5])
  })

  test('who was there last has the best recency, who never was has the worst', () => {
    const people = [did(1, 100), did(1, 400), did(0, null), did(1, 200), did(1, 300)]
    expect(people.map((one) => rfmOf(one, people).recency)).toEqual([2, 5, 1, 3, 4])
    const never = [did(0, null), did(0, null), did(0, null)]
    expect(never.map((one) => rfmOf(one, never).recency)).toEqual([1, 1, 1])
  })

  test('sums of money that differ in the last bit are the same sum', () => {
    const people = [did(1, 0, 0.1 + 0.2), did(1, 0, 0.3)]
    expect(people.map((one) => rfmOf(one, people).monetary)).toEqual([3, 3])
  })

  test('more of a thing never has a lower quintile, and no quintile is outside 1 to 5', () => {
    const anyone = fc.record({
      matched: fc.nat(6),
      lastMatched: fc.option(fc.nat(6)),
      monetary: fc.double({ min: 0, max: 4, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(anyone, { minLength: 1, maxLength: 30 }), (people) => {
        const byMost = [...people].sort((a, b) => a.matched - b.matched)
        const found = byMost.map((one) => rfmOf(one, people))
        found.forEach(({ recency, frequency, monetary }, index) => {
          for (const fifth of [recency, frequency, monetary]) {
            expect(fifth).toBeGreaterThanOrEqual(1)
            expect(fifth).toBeLessThanOrEqual(5)
          }
          expect(frequency).toBeGreaterThanOrEqual(found[index - 1]?.frequency ?? 1)
        })
      }),
    )
  })
})
