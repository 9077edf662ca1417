import { expect, test } from 'vitest'
import { suggestedEvents } from './suggested-events'

const tracked = [
  { name: 'Newsletter opened', people: 40 },
  { name: 'Email Opened', people: 90 },
  { name: 'Report Run', people: 500 },
  { name: 'Unsubscribed', people: 3 },
  { name: 'Subscribed to plan', people: 7 },
]
const named = (action: Parameters<typeof suggestedEvents>[0], taken: string[] = []) =>
  suggestedEvents(action, tracked, new Set(taken)).map(({ name }) => name)

test('what came and is called like the action stands first, by people', () => {
  expect(suggestedEvents('read', tracked, new Set())).toEqual([
    { name: 'Email Opened', people: 90 },
    { name: 'Newsletter opened', people: 40 },
  ])
})

test('what never came is offered by its usual names', () => {
  expect(suggestedEvents('forward', tracked, new Set())).toEqual([{ name: 'Email Forwarded', people: null }])
})

test('leaving is no subscription', () => {
  expect(named('subscribed')).toEqual(['Subscribed to plan', 'Subscribed', 'Email Subscribed'])
  expect(named('unsubscribe')).toEqual(['Unsubscribed', 'Email Unsubscribed'])
})

test('a name that is an action already is not offered', () => {
  expect(named('read', ['Email Opened'])).toEqual(['Newsletter opened'])
})

test('nobody sends that a message was left unread', () => {
  expect(named('unread')).toEqual([])
})
