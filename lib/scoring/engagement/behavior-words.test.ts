import { expect, test } from 'vitest'
import { behaviorInWords } from './behavior-words'
import { modelOf } from './testing'

type Written = Parameters<typeof modelOf>[0][number]
const words = (behavior: Written) => modelOf([behavior]).behaviors.map(behaviorInWords)[0]

test('a behavior says what it counts, how it fades, its cap and its curve, in the order they are applied', () => {
  expect(words({ event: 'login' })).toBe('each “login”')
  expect(
    words({
      event: 'login',
      measure: { type: 'days' },
      kernel: { type: 'half-life', days: 14 },
      cap: 20,
      curve: { type: 'log' },
    }),
  ).toBe('each day with “login”, halved every 14 days, at most 20, as log(1 + n)')
  expect(words({ event: '*', measure: { type: 'once' } })).toBe('any activity at least once')
})

test('conditions on properties are told with the event they belong to', () => {
  const where = [
    { property: 'plan', op: 'eq', value: 'pro' },
    { property: 'seats', op: 'gte', value: 5 },
  ] as const
  const match = { any: [{ event: 'order', where: [...where] }, { event: 'invite' }] }
  expect(words({ match, measure: { type: 'sum', property: 'value' } })).toBe(
    'the sum of “value” over “order” where plan = “pro” and seats ≥ 5 or “invite”',
  )
})
