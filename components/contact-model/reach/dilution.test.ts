import { expect, test } from 'vitest'
import { type ContactDocumentInput, parseContactDocument } from '@/lib/scoring/contacts/document'
import { dilutionOf } from './dilution'

function modelOf(input: Partial<ContactDocumentInput>) {
  const read = parseContactDocument({ kind: 'contact', name: 'Newsletter', ...input })
  if (!read.ok) throw new Error(read.message)
  return read.document
}

test('by position a read after a forward lowers the score', () => {
  const dilution = dilutionOf(modelOf({}))
  expect(dilution).toMatchObject({ dear: 'forward', score: 11, stars: 5 })
  expect(dilution?.aged).toBeCloseTo(16 / 3, 9)
  expect(dilution?.next[0]).toMatchObject({ action: 'read', stars: 4 })
  expect(dilution?.next[0]?.score).toBeCloseTo(23 / 3, 9)
})

test('what adds stands by its points, then what divides', () => {
  expect(dilutionOf(modelOf({}))?.next.map(({ action }) => action)).toEqual([
    'read',
    'profile_update',
    'invite',
    'click',
    'reply',
    'forward',
    'bounce_hard',
    'bounce_soft',
    'complaint',
  ])
})

test('by time no action makes another older', () => {
  const dilution = dilutionOf(modelOf({ clock: { type: 'time', unit: 'day' } }))
  expect(dilution?.aged).toBeCloseTo(0, 9)
  expect(dilution?.next[0]?.change).toBeCloseTo(2, 9)
})

test('where only subscriptions add there is nothing to dilute', () => {
  expect(dilutionOf(modelOf({ actions: [] }))).toBeNull()
})
