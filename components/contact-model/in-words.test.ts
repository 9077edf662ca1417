import { expect, test } from 'vitest'
import { contactDocumentProblems } from '@/lib/scoring/contacts/document'
import { inWords } from './in-words'

const firstOf = (input: object): string => {
  const [problem] = contactDocumentProblems({ kind: 'contact', name: 'Newsletter', ...input })
  if (!problem) throw new Error('There is no problem.')
  return inWords(problem, input as never)
}

test('an action is called by its name', () => {
  expect(firstOf({ actions: [{ action: 'profile_update', points: -1 }] })).toBe(
    'Profile update: points must be at least 0.',
  )
  expect(firstOf({ actions: [{ action: 'unread', counted: false, afterDays: 0 }] })).toBe(
    'Message left unread: days until unread must be at least 1.',
  )
})

test('a cut is called by the star that begins there', () => {
  expect(firstOf({ stars: [2, 3, 3, 9] })).toBe('The cut of 4★ must be greater than 3, the cut before.')
})

test('everything else is called by its field', () => {
  expect(firstOf({ gravity: -1 })).toBe('Gravity must be at least 0.')
  expect(firstOf({ gravity: NaN })).toBe('Gravity must be a finite number.')
  expect(firstOf({ name: ' ' })).toBe('Name must not be blank.')
  expect(firstOf({ floor: -2 })).toBe('Floor must be at least 0.')
})
