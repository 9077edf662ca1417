import { expect, test } from 'vitest'
import { kindOf, withKind, withOperator, withTyped } from './condition-edits'

const plan = { property: 'plan', op: 'eq', value: 'pro' } as const

test('an operator keeps the value as far as it can take it', () => {
  expect(withOperator({ property: 'seats', op: 'gte', value: 5 }, 'eq')).toEqual({
    property: 'seats',
    op: 'eq',
    value: 5,
  })
  expect(withOperator({ property: 'seats', op: 'gte', value: 5 }, 'contains')).toMatchObject({ value: '5' })
  expect(withOperator(plan, 'lt')).toMatchObject({ value: NaN })
  expect(withOperator(plan, 'exists')).toEqual({ property: 'plan', op: 'exists' })
  expect(withOperator({ property: 'plan', op: 'exists' }, 'ne')).toMatchObject({ op: 'ne', value: '' })
})

test('a text, a number and a boolean are told apart', () => {
  const three = { property: 'seats', op: 'eq', value: '3' } as const
  expect(withKind(three, 'number')).toMatchObject({ value: 3 })
  expect(withKind(withKind(three, 'number'), 'text')).toMatchObject({ value: '3' })
  expect(withKind(plan, 'boolean')).toMatchObject({ value: false })
  expect([three, withKind(three, 'number'), { property: 'a', op: 'exists' } as const].map(kindOf)).toEqual([
    'text',
    'number',
    null,
  ])
})

test('what is typed becomes the kind of value that is compared with', () => {
  expect(withTyped(plan, 'free')).toMatchObject({ value: 'free' })
  expect(withTyped({ property: 'seats', op: 'gt', value: 1 }, '')).toMatchObject({ value: NaN })
  expect(withTyped({ property: 'seats', op: 'gt', value: 1 }, '2.5')).toMatchObject({ value: 2.5 })
  expect(withTyped({ property: 'staff', op: 'eq', value: false }, 'true')).toMatchObject({ value: true })
})
