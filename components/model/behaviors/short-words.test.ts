import { expect, test } from 'vitest'
import { modelOf } from '@/lib/scoring/engagement/testing'
import { atItsField, conditionsShort, curveShort, eventsShort, inItsRow, kernelShort } from './short-words'

test('a refusal at its field leaves out where it is, beside its behavior which behavior it is', () => {
  const refusal = 'behaviors[3].kernel.days must be greater than 0.'
  expect(atItsField(refusal)).toBe('Must be greater than 0.')
  expect(inItsRow(refusal)).toBe('kernel.days must be greater than 0.')
  expect([atItsField(null), inItsRow(null)]).toEqual([null, null])
})

test('a cell says what is counted in a few words', () => {
  const where = [{ property: 'size', op: 'gt' as const, value: 5 }]
  const any = [{ event: 'order', where }, { event: '*' }, { event: 'order', where }]
  const [behavior] = modelOf([{ match: { any } }]).behaviors
  expect(behavior && [eventsShort(behavior.match), conditionsShort(behavior.match)]).toEqual([
    'order, any activity',
    '2 conditions',
  ])
  expect(kernelShort({ type: 'half-life', days: 14 })).toBe('half-life 14 d')
  expect(kernelShort({ type: 'power', gravity: 1.25 })).toBe('power 1.25')
  expect(curveShort({ type: 'saturating', k: 4 })).toBe('n/(n + 4)')
})
