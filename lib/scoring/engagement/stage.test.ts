import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baselinesOf, peoplePerStage, poolsOf } from './baselines'
import { DAY_MS } from './frame'
import { poolStages, SMALLEST_BASELINE } from './pool-stages'
import { stageAt } from './stage'
import { activitySpan, tenureDays } from './tenure'
import { AS_OF, modelOf, occurrence } from './testing'

describe('tenure', () => {
  const daysAgo = (days: number) => AS_OF - days * DAY_MS

  it('first activity 10 days ago, createdAt 12.5 days ago: 12.5', () => {
    expect(tenureDays(daysAgo(10), daysAgo(12.5), AS_OF)).toBe(12.5)
  })

  it('a later, absent or broken createdAt is passed over', () => {
    expect(
      [daysAgo(3), undefined, NaN].map((createdAt) => tenureDays(daysAgo(10), createdAt, AS_OF)),
    ).toEqual([10, 10, 10])
  })

  it('begins with activity before asOf, not with what is none', () => {
    const occurrences = [
      occurrence('click', 40, false),
      occurrence('login', 7),
      occurrence('login', 9),
      occurrence('login', 0),
    ]
    expect(activitySpan({ occurrences }, AS_OF)).toEqual({ first: daysAgo(9), last: daysAgo(7) })
    expect(
      activitySpan({ occurrences: [occurrence('click', 3, false), occurrence('login', 0)] }, AS_OF),
    ).toBeNull()
  })
})

describe('stage', () => {
  const { stages } = modelOf([{}]).lifecycle

  it('new until day 30: 29.999 days is new, exactly 30 days is established', () => {
    expect([0, 29.999, 30, 4000].map((tenure) => stageAt(tenure, stages))).toEqual([0, 0, 1, 1])
  })

  it('a single stage holds everybody', () => {
    expect(stageAt(3, [{ key: 'all', untilDay: null }])).toBe(0)
  })
})

describe('pooling', () => {
  it.each([
    [[40, 50], [[0], [1]]],
    [[10, 50], [[0, 1]]],
    [[20, 15, 40], [[0, 1], [2]]],
    [[40, 35, 10], [[0], [1, 2]]],
    [[5, 5], [[0, 1]]],
    [[30, 30], [[0], [1]]],
    [[29, 30], [[0, 1]]],
    [[5, 5, 5, 40, 12, 12, 40], [[0, 1, 2, 3], [4, 5, 6]]],
    [[40, 0], [[0, 1]]],
    [[40, 0, 40], [[0], [1, 2]]],
    [[0, 0], [[0, 1]]],
    [[7], [[0]]],
    [[], []],
  ])('of %j people makes %j', (people, pools) => {
    expect(poolStages(people)).toEqual(pools)
  }) // prettier-ignore

  it('keeps every stage once, in order, and leaves no small pool unless everybody is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 8 }), (people) => {
        const pools = poolStages(people)
        expect(pools.flat()).toEqual(people.map((_, stage) => stage))
        const sizes = pools.map((pool) => pool.reduce((sum, stage) => sum + (people[stage] ?? 0), 0))
        if (pools.length > 1) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(SMALLEST_BASELINE)
      }),
    )
  })
})

describe('baselines', () => {
  const members = (young: number, old: number) => [
    ...Array.from({ length: young }, (_, key) => ({ stage: 0, key })),
    ...Array.from({ length: old }, (_, key) => ({ stage: 1, key: key + 100 })),
  ]

  it('40 new and 50 established people are two baselines of their own', () => {
    const [young, old] = baselinesOf(members(40, 50), modelOf([{}]))
    expect([young?.stages, young?.people.size]).toEqual([['new'], 40])
    expect([old?.stages, old?.people.size]).toEqual([['established'], 50])
  })

  it('10 new people are compared with everybody', () => {
    const [young, old] = baselinesOf(members(10, 50), modelOf([{}]))
    expect([young?.stages, young?.people.size]).toEqual([['new', 'established'], 60])
    expect(old).toBe(young)
  })

  it('without own baselines everybody is in one', () => {
    const [young, old] = baselinesOf(members(40, 50), modelOf([{}], { lifecycle: { ownBaseline: false } }))
    expect([young?.stages, young?.people.size]).toEqual([['new', 'established'], 90])
    expect(old).toBe(young)
  })

  it('the size of a pool counts zeros, those of a baseline under active-only do not', () => {
    const model = modelOf([{}], { normalisation: { zeros: 'active-only' } })
    expect(baselinesOf(members(40, 50), model).map(({ people }) => people.size)).toEqual([39, 50])
    expect(poolsOf(model.lifecycle, peoplePerStage([0, 1, 1], 2))).toEqual([[0, 1]])
  })
})
