import { describe, expect, it } from 'vitest'
import { compileCondition, compileConditions, type Condition } from './condition'

const values = { plan: 'pro', seats: 3, trial: false, none: null, list: ['pro'], map: { plan: 'pro' } }
const holds = (condition: Condition, of: Record<string, unknown> | undefined = values) =>
  compileCondition(condition)(of)

describe('condition', () => {
  it('of {plan: "pro", seats: 3}: plan ne "free" and seats gte 3 hold, seats eq "3" and team ne "a" do not', () => {
    expect(holds({ property: 'plan', op: 'ne', value: 'free' })).toBe(true)
    expect(holds({ property: 'seats', op: 'gte', value: 3 })).toBe(true)
    expect(holds({ property: 'seats', op: 'eq', value: '3' })).toBe(false)
    expect(holds({ property: 'team', op: 'ne', value: 'a' })).toBe(false)
  })

  it.each<[Condition['op'], Partial<Condition>]>([
    ['eq', { value: 'x' }],
    ['ne', { value: 'x' }],
    ['lt', { value: 1 }],
    ['gte', { value: 0 }],
    ['contains', { value: 'x' }],
    ['exists', {}],
  ])('%s fails on an absent property and on null, and where there are no properties', (op, rest) => {
    const of = (property: string) => ({ property, op, ...rest }) as Condition
    expect([holds(of('absent')), holds(of('none')), compileCondition(of('plan'))(undefined)]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('eq and ne compare type and value', () => {
    expect(holds({ property: 'plan', op: 'eq', value: 'pro' })).toBe(true)
    expect(holds({ property: 'plan', op: 'eq', value: 'Pro' })).toBe(false)
    expect(holds({ property: 'trial', op: 'eq', value: false })).toBe(true)
    expect(holds({ property: 'trial', op: 'ne', value: 'false' })).toBe(true)
    expect(holds({ property: 'seats', op: 'ne', value: 3 })).toBe(false)
  })

  it('numbers alone are compared as numbers, the edge by its sign', () => {
    const sides = (['lt', 'lte', 'gt', 'gte'] as const).map((op) =>
      holds({ property: 'seats', op, value: 3 }),
    )
    expect(sides).toEqual([false, true, false, true])
    expect(holds({ property: 'seats', op: 'gt', value: 5 }, { seats: '10' })).toBe(false)
    expect(holds({ property: 'trial', op: 'lt', value: 5 })).toBe(false)
  })

  it('contains looks for text in text, to the letter', () => {
    expect(holds({ property: 'plan', op: 'contains', value: 'ro' })).toBe(true)
    expect(holds({ property: 'plan', op: 'contains', value: 'RO' })).toBe(false)
    expect(holds({ property: 'seats', op: 'contains', value: '3' })).toBe(false)
    expect(holds({ property: 'list', op: 'contains', value: 'pro' })).toBe(false)
  })

  it('a list and an object exist and are ne to every value', () => {
    for (const property of ['list', 'map']) {
      expect(holds({ property, op: 'exists' })).toBe(true)
      expect(holds({ property, op: 'ne', value: 'pro' })).toBe(true)
      expect(holds({ property, op: 'eq', value: 'pro' })).toBe(false)
    }
  })

  it('what every object has is no property', () => {
    expect(holds({ property: 'constructor', op: 'exists' })).toBe(false)
    expect(holds({ property: 'constructor', op: 'exists' }, { constructor: 1 })).toBe(true)
  })
})

describe('conditions', () => {
  const pro: Condition = { property: 'plan', op: 'eq', value: 'pro' }
  const big: Condition = { property: 'seats', op: 'gt', value: 5 }

  it('all or any of them', () => {
    expect(compileConditions({ where: [pro, big], join: 'all' })(values)).toBe(false)
    expect(compileConditions({ where: [pro, big], join: 'any' })(values)).toBe(true)
    expect(compileConditions({ where: [big], join: 'any' })(values)).toBe(false)
  })

  it('none hold of everything, under either join', () => {
    expect(compileConditions({ where: [], join: 'all' })(undefined)).toBe(true)
    expect(compileConditions({ where: [], join: 'any' })(values)).toBe(true)
  })
})
