import { expect, test } from 'vitest'
import { withOp, withValue } from './condition-change'

const pro = { property: 'plan', op: 'eq', value: 'pro' } as const
const three = { property: 'seats', op: 'gte', value: 3 } as const

test('another operator keeps the value where it can compare it', () => {
  expect(withOp(pro, 'contains')).toEqual({ property: 'plan', op: 'contains', value: 'pro' })
  expect(withOp(three, 'ne')).toEqual({ property: 'seats', op: 'ne', value: 3 })
  expect(withOp({ property: 'seats', op: 'eq', value: '3' }, 'lt')).toEqual({ ...three, op: 'lt' })
  expect(withOp(three, 'contains')).toEqual({ property: 'seats', op: 'contains', value: '3' })
})

test('a text that is no number waits for one', () => {
  expect(withOp(pro, 'gt')).toEqual({ property: 'plan', op: 'gt', value: NaN })
  expect(withOp(withOp(pro, 'gt'), 'contains')).toEqual({ property: 'plan', op: 'contains', value: '' })
})

test('to be there needs no value', () => {
  expect(withOp(three, 'exists')).toEqual({ property: 'seats', op: 'exists' })
  expect(withOp({ property: 'seats', op: 'exists' }, 'eq')).toEqual({
    property: 'seats',
    op: 'eq',
    value: NaN,
  })
})

test('a value takes the type its operator compares', () => {
  expect(withValue(three, '7')).toEqual({ ...three, value: 7 })
  expect(withValue(pro, 7)).toEqual({ ...pro, value: 7 })
  expect(withValue({ property: 'plan', op: 'contains', value: 'p' }, true)).toMatchObject({ value: 'true' })
})
