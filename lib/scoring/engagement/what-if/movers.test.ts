import { describe, expect, it } from 'vitest'
import { modelOf } from '../testing'
import { liveColumns } from './live-columns'
import { membersOf } from './members'
import { compileTerms, moverReason } from './mover-reason'
import { topMovers } from './movers'
import { countKey } from './population'
import { tierChange } from './tier-change'

describe('movers', () => {
  const before = Float64Array.of(10, 20, 30, 40, NaN, 5)
  const after = Float64Array.of(15, 20, 60, 30, 99, NaN)

  it('of 10, 20, 30, 40 to 15, 20, 60, 30 are the third by 30 and the first by 5, and the fourth down', () => {
    expect(topMovers(before, after, 'up', 9)).toEqual([
      { member: 2, before: 30, after: 60 },
      { member: 0, before: 10, after: 15 },
    ])
    expect(topMovers(before, after, 'down', 9)).toEqual([{ member: 3, before: 40, after: 30 }])
    expect(topMovers(before, after, 'up', 1).map(({ member }) => member)).toEqual([2])
    expect(topMovers(before, after, 'up', 0)).toEqual([])
  })

  it('are the largest of many, the first of equals first', () => {
    const zeros = new Float64Array(10_000)
    const moved = zeros.map((_, m) => (m * 7919) % 100)
    const expected = [...moved.keys()]
      .sort((a, b) => (moved[b] ?? 0) - (moved[a] ?? 0) || a - b)
      .slice(0, 150)
    expect(topMovers(zeros, moved, 'up', 150).map(({ member }) => member)).toEqual(expected)
  })
})

describe('the reason of a move', () => {
  const live = modelOf([{ event: 'login', weight: 2 }, { event: 'report' }, { event: 'old', key: 'old' }])
  const draft = modelOf([{ event: 'login', weight: 3 }, { event: 'report', weight: 0.5 }, { event: 'new', key: 'new' }]) // prettier-ignore
  const counts = new Map(
    [...live.behaviors, ...draft.behaviors].map((behavior) => [countKey(behavior), Float64Array.of(4)]),
  )
  const [before, after] = [compileTerms(live, counts)(0), compileTerms(draft, counts)(0)]

  it('is the behavior whose term changed most that way, also one that is new or gone', () => {
    // Terms 8, 4 and 4 before; 12, 2 and 4 after: the new one rose as much as the first, the old one fell most.
    expect(moverReason(before, after, 'up')).toEqual({ key: 'b0', name: 'b0', counted: 4, termBefore: 8, termAfter: 12 }) // prettier-ignore
    expect(moverReason(before, after, 'down')).toEqual({ key: 'old', name: 'old', counted: 4, termBefore: 4, termAfter: 0 }) // prettier-ignore
    expect(moverReason(before, after.slice(1), 'up')?.key).toBe('new')
  })

  it('is none where no term changed that way', () => {
    expect([moverReason(before, before, 'up'), moverReason(after, after, 'down')]).toEqual([null, null])
  })
})

describe('tier change', () => {
  const tiersOf = (...cuts: readonly number[]) =>
    cuts.map((from, t) => ({ key: `t${t}`, name: `t${t}`, from, colour: null, strategy: null }))
  const before = {
    document: modelOf([{}]),
    scores: Float64Array.of(0, 30, 30, NaN),
    tiers: Int8Array.of(0, 1, 1, -1),
    counts: new Map(),
  }
  const columns = liveColumns(before, membersOf({ size: 4, states: new Uint8Array(4) }))

  it('of tiers 0, 1, 1, none to 1, 1, 0, 2 is one up, one down, one the same, one who enters', () => {
    const tiers = Int8Array.of(1, 1, 0, 2)
    expect(tierChange(columns, tiersOf(0, 20, 80), tiers, tiersOf(0, 40, 90))).toEqual({
      n: 3,
      up: 1,
      down: 1,
      same: 1,
      entered: 1,
      left: 0,
      matrix: [
        [0, 1, 0],
        [1, 1, 0],
        [0, 0, 0],
      ],
    })
  })

  it('goes by where tiers begin, where the documents have others', () => {
    // Of four tiers the second begins lower than the second of three.
    const change = tierChange(columns, tiersOf(0, 20, 80), Int8Array.of(0, 1, 2, 3), tiersOf(0, 10, 20, 80))
    expect(change).toMatchObject({ n: 3, up: 0, down: 1, same: 2, entered: 1 })
  })
})
