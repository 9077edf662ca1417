import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsBetween, intervalEnds } from './interval-ends'
import { countBelow, countUpTo, sortKeys } from './sorted-keys'

/** Whole numbers of every size: round ones, ties, zeros, negative ones, neighbours far from 0. */
const anyKey = fc.oneof(
  fc.constantFrom(0, 0, 1, 5e9, 64e9, -3e9),
  fc.integer({ min: -100, max: 100 }),
  fc.integer({ min: 63e9, max: 64e9 }),
  fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((one) => Math.floor(one) + 0), // never −0, as no rank key is
)

describe('sorted keys', () => {
  it('of 3, -1, 0.5, 3 are -1, 0.5, 3, 3, with whose they are', () => {
    const { keys, members } = sortKeys(Float64Array.of(3, -1, 0.5, 3), Int32Array.of(10, 11, 12, 13))
    expect([...keys]).toEqual([-1, 0.5, 3, 3])
    expect([...members.slice(0, 2), ...members.slice(2).sort()]).toEqual([11, 12, 10, 13])
  })

  it('are sorted, everybody with their own, and places in them are what counting finds', () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 300, size: 'max' }), fc.array(anyKey), (drawn, asked) => {
        const source = Float64Array.from(drawn)
        const sorted = sortKeys(source)
        expect([...sorted.keys]).toEqual([...source].sort((a, b) => a - b))
        expect([...sorted.members].map((member) => source[member])).toEqual([...sorted.keys])
        expect(new Set(sorted.members).size).toBe(source.length)
        for (const key of [...drawn.slice(0, 20), ...asked]) {
          expect(countBelow(sorted, key)).toBe(drawn.filter((one) => one < key).length)
          expect(countUpTo(sorted, key)).toBe(drawn.filter((one) => one <= key).length)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('are sorted however they are spread: many negative, many tied, one far away, all close', () => {
    let state = 1
    const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
    const spreads = [
      () => Math.floor(-1e12 * next()),
      () => Math.floor(4 * next()) * 1e9,
      () => (next() < 0.001 ? 1 : 64e9 + Math.floor(1000 * next())),
      () => Math.floor(1e9 * Math.exp(30 * next() - 10)),
    ]
    let before
    for (const spread of spreads) {
      const source = Float64Array.from({ length: 20_000 }, spread)
      const sorted = sortKeys(source, undefined, before)
      expect(sorted.keys).toEqual(source.toSorted())
      expect(Float64Array.from(sorted.members, (member) => source[member] ?? NaN)).toEqual(sorted.keys)
      before = sorted
    }
  })
})

describe('ends of intervals', () => {
  it('of keys 1, 2, 3, 9 with an interval from 3 on are 2 and 4', () => {
    const ends = intervalEnds(Float64Array.of(1, 2, 3, 9), 2, (key) => (key >= 3 ? 1 : 0))
    expect([ends, countsBetween(ends)]).toEqual([
      [2, 4],
      [2, 2],
    ])
  })

  it('of nothing are 0', () => {
    expect(intervalEnds(new Float64Array(0), 3, () => 0)).toEqual([0, 0, 0])
  })
})
