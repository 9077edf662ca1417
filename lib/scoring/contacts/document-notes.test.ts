import { describe, expect, it } from 'vitest'
import { contactNotes } from './document-notes'
import { contactModel } from './testing'

const paths = (rest: Parameters<typeof contactModel>[0]) =>
  contactNotes(contactModel(rest)).map(({ path }) => path.join('.'))

describe('notes on a contact model', () => {
  it('has nothing to say of the usual one', () => {
    expect(contactNotes(contactModel())).toEqual([])
  })

  it.each([
    ['a worth of 0', { actions: [{ action: 'read' }, { action: 'click', points: 0 }] }, 'actions.2.points'],
    ['a severity of 0', { actions: [{ action: 'read', points: 9 }, { action: 'complaint', severity: 0 }] }, 'actions.2.severity'], // prettier-ignore
    ['nothing that adds', { actions: [{ action: 'bounce_hard' }] }, 'actions'],
    ['a gravity of 0', { gravity: 0 }, 'gravity'],
    ['a new contact with other stars', { stars: [3, 4, 5, 9] }, 'stars.0'],
    ['a cut that nobody gets to', { stars: [2, 3, 5, 500] }, 'stars.3'],
    ['machines that count', { machine: 'include' }, 'machine'],
  ] as const)('tells of %s, at its place', (_, rest, path) => {
    expect(paths(rest as never)).toContain(path)
  })

  it('is a sentence with its place', () => {
    const [note] = contactNotes(contactModel({ gravity: 0 }))
    expect(note?.message).toBe('gravity is 0, so no action ever fades.')
  })
})
