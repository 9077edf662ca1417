import { expect, it } from 'vitest'
import { actionsByEvent, unreadAfterDays, worthOf } from './action-rules'
import { eventPresets } from './event-presets'
import { contactModel } from './testing'

it('read of 2 points listed, click listed with counted false, reply not listed: 2 points; null; null', () => {
  const model = contactModel({
    actions: [{ action: 'read' }, { action: 'click', counted: false }, { action: 'bounce_soft' }],
  })
  expect(worthOf(model, 'read')).toEqual({ points: 2, severity: null })
  expect([worthOf(model, 'click'), worthOf(model, 'reply'), worthOf(model, 'delivered')]).toEqual([
    null,
    null,
    null,
  ])
  expect(worthOf(model, 'bounce_soft')).toEqual({ points: null, severity: 0.25 })
  expect(worthOf(model, 'subscribed')).toEqual({ points: 2, severity: null })
})

it('unread counts after the days of the model, or not at all', () => {
  expect(unreadAfterDays(contactModel())).toBe(null)
  expect(unreadAfterDays(contactModel({ actions: [{ action: 'unread', severity: 1 }] }))).toBe(7)
  expect(
    unreadAfterDays(contactModel({ actions: [{ action: 'unread', counted: false, afterDays: 3 }] })),
  ).toBe(null)
})

it('track events are actions by their names, of uncounted ones too', () => {
  const model = contactModel({
    actions: [
      { action: 'read', events: ['Email Opened', 'Opened'] },
      { action: 'delivered', events: ['Email Delivered'] },
    ],
  })
  expect([...actionsByEvent(model)]).toEqual([
    ['Email Opened', 'read'],
    ['Opened', 'read'],
    ['Email Delivered', 'delivered'],
  ])
})

it('the presets name no event twice, so a model may list them all', () => {
  const actions = Object.entries(eventPresets).map(([action, events]) => ({ action, events, ...(action === 'unsubscribe' ? { counted: false } : {}) })) // prettier-ignore
  expect(() => contactModel({ actions } as Parameters<typeof contactModel>[0])).not.toThrow()
})
