import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMeasured, measurePerson } from './measure-person'
import { occurrenceWorths } from './occurrence-worth'
import { AS_OF, anyModel, anyPeople, frameOf, modelOf, occurrence } from './testing'

const CASES = 200
const seed = Number(process.env.PARITY_SEED ?? Date.now() % 2 ** 31)

type Written = Parameters<typeof modelOf>[0][number]

function worthsOf(behavior: Written, daysAgo: readonly number[], amounts: readonly number[] = []) {
  const model = modelOf([behavior])
  const occurrences = daysAgo.map((days, index) => occurrence('login', days, true, { price: amounts[index] }))
  const worths = occurrenceWorths(model, frameOf(model), occurrences)
  return occurrences.map(({ id }) => {
    const [told] = worths.get(id) ?? []
    return told ? [told.worth, told.others] : null
  })
}

describe('the worth of an occurrence', () => {
  test('the worked example: under a curve all of them are worth the term together', () => {
    const term = [3 * Math.log(5), 3]
    expect(worthsOf({ weight: 3, curve: { type: 'log' } }, [1, 2, 3, 4])).toEqual([term, term, term, term])
  })

  test('what adds up is told alone, as much as is left of it', () => {
    expect(worthsOf({ weight: 5, kernel: { type: 'linear', days: 10 } }, [2.5, 7.5])).toEqual([
      [3.75, 0],
      [1.25, 0],
    ])
    expect(worthsOf({ measure: { type: 'sum', property: 'price' } }, [1, 2], [30, -12])).toEqual([
      [30, 0],
      [-12, 0],
    ])
  })

  test('those of one day share the day', () => {
    expect(worthsOf({ measure: { type: 'days' }, weight: 2 }, [0.2, 0.7, 3])).toEqual([
      [2, 1],
      [2, 1],
      [2, 0],
    ])
  })

  test('a cap that cuts, and a measure that asks for one alone, are shared by all', () => {
    expect(worthsOf({ cap: 2 }, [1, 2, 3])).toEqual([
      [2, 2],
      [2, 2],
      [2, 2],
    ])
    expect(worthsOf({ cap: 3 }, [1, 2, 3])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ])
    expect(worthsOf({ measure: { type: 'once' }, weight: 4 }, [1, 2])).toEqual([
      [4, 1],
      [4, 1],
    ])
    expect(worthsOf({ measure: { type: 'first' }, weight: 4 }, [2, 40])).toEqual([[0, 0], null])
  })

  test(`the worths of anybody under any model sum to the terms (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyModel, anyPeople, (model, people) => {
        const frame = frameOf(model, AS_OF)
        for (const person of people) {
          const measured = measurePerson(model, frame)(person)
          if (!isMeasured(measured)) continue
          const sums = new Map<string, number>()
          for (const worths of occurrenceWorths(model, frame, person.occurrences).values()) {
            for (const { key, worth, others } of worths)
              sums.set(key, (sums.get(key) ?? 0) + worth / (others + 1))
          }
          model.behaviors.forEach(({ key }, j) => {
            const off = Math.abs((sums.get(key) ?? 0) - (measured.terms[j] ?? 0))
            if (off > 1e-9) throw new Error(`${person.id}, ${key}: off by ${off}`)
          })
        }
      }),
      { numRuns: CASES, seed },
    )
  }, 60_000)
})
