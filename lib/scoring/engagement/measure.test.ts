import { describe, expect, it } from 'vitest'
import { compileCounts } from './behavior-counts'
import type { EngagementDocumentInput } from './document'
import { valueOf } from './measure'
import { AS_OF, frameOf, modelOf, occurrence } from './testing'

type Written = Partial<EngagementDocumentInput['behaviors'][number]>

const types = ['count', 'days', 'once', 'first'] as const
const counting = (behavior: Written = {}) => [
  ...types.map((type) => ({ ...behavior, measure: { type } })),
  { ...behavior, measure: { type: 'sum' as const, property: 'price' } },
]

/** count, days, once, first and sum(price) of logins over 30 days. */
function n(behavior: Written, ...occurrences: ReturnType<typeof occurrence>[]) {
  const model = modelOf(counting(behavior))
  return compileCounts(model)(occurrences, frameOf(model)).counts
}

const login = (daysAgo: number, price: unknown = 5) => occurrence('login', daysAgo, true, { price })

describe('measure', () => {
  const three = [login(1.2), login(1.7), login(5.5)]

  it('of three matches of value 5, two of them on one day: count 3, days 2, once 1, first 1, sum 15', () => {
    expect(n({}, ...three)).toEqual([3, 2, 1, 1, 15])
  })

  it('under a half-life of a day: count 0.765, days 0.457, once 0.435, first 0.022, sum 3.826', () => {
    const k = (age: number) => 2 ** -age
    const all = k(5.5) + k(1.7) + k(1.2)
    const expected = [all, k(1.2) + k(5.5), k(1.2), k(5.5), 5 * all]
    const counts = n({ kernel: { type: 'half-life', days: 1 } }, ...three)
    expect(counts).toEqual(expected.map((one) => expect.closeTo(one, 12)))
    expect(counts.map((one) => one.toFixed(3))).toEqual(['0.765', '0.457', '0.435', '0.022', '3.826'])
  })

  it('of nothing that matches is 0', () => {
    expect(n({}, occurrence('report', 1))).toEqual([0, 0, 0, 0, 0])
    expect(n({})).toEqual([0, 0, 0, 0, 0])
  })

  it('counts an occurrence exactly at the start of the window, and one a millisecond before asOf', () => {
    expect(n({}, login(30))).toEqual([1, 1, 1, 1, 5])
    expect(n({}, { ...login(0), at: AS_OF - 1 })).toEqual([1, 1, 1, 1, 5])
  })

  it('does not count one a millisecond earlier, nor one exactly at asOf or after it', () => {
    const early = { ...login(30), at: AS_OF - 30 * 86_400_000 - 1 }
    expect(n({}, early, login(0), login(-3))).toEqual([0, 0, 0, 0, 0])
  })

  it('takes the days it is given, whatever instants they are made of, each with its newest occurrence', () => {
    const [, days] = n(
      { kernel: { type: 'linear', days: 10 } },
      { ...login(2), day: 7 },
      { ...login(5), day: 8 },
      { ...login(9), day: 7 },
    )
    expect(days).toBeCloseTo(0.8 + 0.5, 12)
  })

  it('first is 0 once there is a match before the window, however many follow', () => {
    const first = (...occurrences: ReturnType<typeof occurrence>[]) => n({}, ...occurrences)[3]
    expect(first(login(31), login(3), login(2))).toBe(0)
    expect(first(occurrence('report', 31), login(3))).toBe(1)
    expect(first(occurrence('login', 31, false), login(3))).toBe(1)
  })

  it('first asks the conditions of every match: a first PDF after earlier CSVs', () => {
    const match = {
      any: [{ event: 'export', where: [{ property: 'format', op: 'eq' as const, value: 'pdf' }] }],
    }
    const saved = (daysAgo: number, format: string) => occurrence('export', daysAgo, true, { format })
    expect(n({ match }, saved(90, 'csv'), saved(4, 'pdf'))[3]).toBe(1)
    expect(n({ match }, saved(90, 'pdf'), saved(4, 'pdf'))[3]).toBe(0)
  })

  it('a sum takes JSON numbers alone, and a negative total is 0', () => {
    const sum = (...prices: unknown[]) => n({}, ...prices.map((price, i) => login(i + 1, price)))[4]
    expect(sum(10, -2.5, '7', true, null, [1])).toBe(7.5)
    expect(sum(3, -12)).toBe(0)
  })

  it('counts an event given twice once, in whatever order', () => {
    const [a, b, c] = three
    if (!a || !b || !c) throw new Error('three logins')
    expect(n({}, c, a, b, a, c)).toEqual(n({}, ...three))
  })
})

describe('value of a property', () => {
  it('12.5 is 12.5; "12.5", true, null and an absent property are 0; 1e300 is 1e15', () => {
    const value = (price: unknown) => valueOf({ price }, 'price')
    expect([12.5, '12.5', true, null, 1e300, -1e300].map(value)).toEqual([12.5, 0, 0, 0, 1e15, -1e15])
    expect([valueOf({}, 'price'), valueOf(undefined, 'price'), valueOf({}, 'valueOf')]).toEqual([0, 0, 0])
  })
})

describe('what RFM asks', () => {
  const facts = (
    behaviors: readonly (Written & { event?: string })[],
    ...occurrences: ReturnType<typeof occurrence>[]
  ) => {
    // prettier-ignore
    const model = modelOf(behaviors)
    const { matched, lastMatched, monetary } = compileCounts(model)(occurrences, frameOf(model))
    return { matched, lastMatched, monetary }
  }
  const done = [
    login(8, 40),
    login(3, 2.5),
    occurrence('report', 2),
    occurrence('report', 5),
    occurrence('report', 9),
  ]

  it('behaviors of value 5 and none with 2 and 3 events: matched 5, the newest, monetary 13', () => {
    expect(facts([{ value: 5 }, { event: 'report' }], ...done)).toEqual({
      matched: 5,
      lastMatched: done[2]?.at,
      monetary: 13,
    })
  })

  it('with one that sums the price: monetary 42.5, without kernel and cap', () => {
    const summing: Written = {
      measure: { type: 'sum', property: 'price' },
      kernel: { type: 'step', days: 1 },
      cap: 1,
    }
    expect(
      facts(
        [
          { ...summing, value: 2 },
          { event: 'report', value: 5 },
        ],
        ...done,
      ).monetary,
    ).toBe(42.5)
    expect(facts([summing, summing], ...done).monetary).toBe(85)
    expect(facts([summing], login(2, -4)).monetary).toBe(0)
  })

  it('an event that two behaviors match is one event, of a disabled one none', () => {
    expect(facts([{}, { match: { events: ['*'] } }], ...done)).toMatchObject({ matched: 5, monetary: 7 })
    expect(facts([{ enabled: false }, { event: 'report' }], ...done)).toMatchObject({
      matched: 3,
      monetary: 3,
    })
  })

  it('nothing matched, or nothing in the window', () => {
    const nothing = { matched: 0, lastMatched: null, monetary: 0 }
    expect(facts([{ event: 'invite' }], ...done)).toEqual(nothing)
    expect(facts([{}], login(31))).toEqual(nothing)
  })
})
