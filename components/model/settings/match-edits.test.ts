import { expect, test } from 'vitest'
import { isAnyActivity, plainEvents, plainMatcher, withEvent, withoutMatcher } from './match-edits'

const conditional = {
  event: 'Order',
  where: [{ property: 'plan', op: 'exists' as const }],
  join: 'all' as const,
}

test('an event is taken once and given back, conditions of others stay', () => {
  const match = { any: [conditional, plainMatcher('Login')] }
  expect(plainEvents(match)).toEqual(['Login'])
  expect(withEvent(match, 'Login', true)).toEqual(match)
  expect(withEvent(match, 'Login', false)).toEqual({ any: [conditional] })
  expect(plainEvents(withEvent(match, 'Order', true))).toEqual(['Login', 'Order'])
  expect(withEvent(match, 'Order', false)).toEqual(match)
  expect(withoutMatcher(match, 0)).toEqual({ any: [plainMatcher('Login')] })
})

test('a star is any activity unless it has conditions', () => {
  expect(isAnyActivity({ any: [plainMatcher('*')] })).toBe(true)
  expect(isAnyActivity({ any: [{ ...conditional, event: '*' }] })).toBe(false)
})
