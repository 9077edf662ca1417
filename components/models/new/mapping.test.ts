import { expect, test } from 'vitest'
import { eventOf, mappingOf, reasonOf, sharedWith } from './mapping'

const candidate = { event: 'order_placed', confidence: 1, reason: 'Named like it.', property: 'total' }
const ordered = {
  behavior: 'ordered',
  event: 'order_placed',
  reason: 'Named like it.',
  candidates: [candidate],
}
const spent = { behavior: 'spent', event: null, reason: 'It counts already.', candidates: [candidate] }
const all = [ordered, spent]
const events = [{ name: 'order_placed', volume: 9, people: 3, properties: ['total'] }]

test('a behavior has what is suggested until somebody chooses', () => {
  expect(eventOf({}, ordered)).toBe('order_placed')
  expect(eventOf({ ordered: 'refund' }, ordered)).toBe('refund')
  expect(eventOf({ ordered: null }, ordered)).toBeNull()
})

test('what is mapped carries the properties of its event', () => {
  expect(mappingOf({}, all, events)).toEqual({
    ordered: { name: 'order_placed', properties: ['total'] },
    spent: null,
  })
  expect(mappingOf({ spent: 'unheard' }, all, events).spent).toEqual({ name: 'unheard', properties: [] })
})

test('the reason is that of the event which stands there', () => {
  expect(reasonOf({}, spent)).toBe('It counts already.')
  expect(reasonOf({ spent: 'order_placed' }, spent)).toBe('Named like it.')
  expect(reasonOf({ spent: 'refund' }, spent)).toBe('Chosen by you.')
  expect(reasonOf({ ordered: null }, ordered)).toBe('Left out by you.')
})

test('a second use of an event is told', () => {
  expect(sharedWith({}, all, ordered)).toEqual([])
  expect(sharedWith({ spent: 'order_placed' }, all, ordered)).toEqual(['spent'])
  expect(sharedWith({ spent: 'order_placed' }, all, spent)).toEqual(['ordered'])
})
