import { expect, test } from 'vitest'
import { parseContactDocument } from '@/lib/scoring/contacts/document'
import type { WrittenContactDocument } from '@/lib/scoring/contacts/grammar/contact'
import { actionOfEvent, negatives, positives, ruleOf, withAction, withEvent } from './action-edits'

function modelOf(input: object): WrittenContactDocument {
  const read = parseContactDocument({ kind: 'contact', name: 'Newsletter', ...input })
  if (!read.ok) throw new Error(read.message)
  return structuredClone(read.document) as WrittenContactDocument
}

test('an action that is not listed is listed once it counts, at its usual worth', () => {
  const document = withAction(modelOf({ actions: [] }), 'reply', { counted: true })
  expect(ruleOf(document, 'reply').rule).toEqual({ action: 'reply', counted: true, points: 8, events: [] })
})

test('whatever is switched on, the grammar takes it', () => {
  for (const action of [...positives, ...negatives]) {
    const document = withAction(modelOf({ actions: [] }), action, { counted: true })
    expect(parseContactDocument(document), action).toMatchObject({ ok: true, document })
  }
})

test('unread messages that count bring the usual floor, and take it away again', () => {
  const counted = withAction(modelOf({}), 'unread', { counted: true })
  expect(counted.floor).toBe(2)
  expect(withAction(counted, 'unread', { counted: false }).floor).toBeNull()
})

test('a floor of one’s own stays', () => {
  expect(withAction(modelOf({ floor: 1 }), 'unread', { counted: true }).floor).toBe(1)
})

test('a name is taken from the action it was before', () => {
  const clicks = withEvent(modelOf({}), 'click', 'Email Opened', true)
  const reads = withEvent(clicks, 'read', 'Email Opened', true)
  expect(actionOfEvent(clicks, 'Email Opened')).toBe('click')
  expect(actionOfEvent(reads, 'Email Opened')).toBe('read')
  expect(actionOfEvent(withEvent(reads, 'read', 'Email Opened', false), 'Email Opened')).toBeNull()
})

test('an event of an uncounted action lists the action, uncounted', () => {
  const document = withEvent(modelOf({}), 'delivered', 'Email Delivered', true)
  expect(ruleOf(document, 'delivered').rule).toEqual({
    action: 'delivered',
    counted: false,
    events: ['Email Delivered'],
  })
})
