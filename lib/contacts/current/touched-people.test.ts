import { describe, expect, test } from 'vitest'
import type { CanonicalEvent } from '@/lib/ingest/canonical-event'
import type { IncomingEvent } from '@/lib/ingest/incoming-event'
import type { ContactDocumentInput } from '@/lib/scoring/contacts/document'
import { contactModel } from '@/lib/scoring/contacts/testing'
import { touchedPeople } from './touched-people'

const version = (rest: Partial<ContactDocumentInput> = {}) => ({
  ...{ modelId: 'm', versionId: 'v', complete: true },
  document: contactModel(rest),
})
const event = (kind: CanonicalEvent['kind'], name: string, email: string, day = 1): IncomingEvent => ({
  event: {
    ...{ eventId: `${name} ${day}`, kind, name, email, userId: null, anonymousId: null, previousId: null },
    ...{ accountId: null, occurredAt: new Date(Date.UTC(2026, 0, day)), properties: {}, machine: false },
  },
  source: { id: 's', kind: 'http' },
  receivedAt: new Date(Date.UTC(2026, 1, 1)),
})
const touched = (
  events: IncomingEvent[],
  versions = [version()],
  moves: Parameters<typeof touchedPeople>[1] = [],
) => touchedPeople(events, moves, versions, (identity) => identity.slice(6))

describe('whose rating a write may change', () => {
  test('is whoever did an action, by the newest one of each', () => {
    const { ids, causes, ifRated } = touched([
      event('action', 'read', 'ann', 2),
      event('action', 'click', 'ann', 3),
      event('action', 'delivered', 'ann', 1),
      event('track', 'Report Run', 'bob'),
    ])
    expect([[...ids], [...causes.keys()], ifRated]).toEqual([['ann'], ['ann'], []])
    expect(causes.get('ann')).toMatchObject({ name: 'click', eventId: 'click 3' })
  })

  test('is whoever did what a model maps to an action', () => {
    const mapping = version({ actions: [{ action: 'read', events: ['Opened'] }] })
    const events = [event('track', 'Opened', 'ann'), event('page', 'Opened', 'bob')]
    expect([...touched(events, [version(), mapping]).ids]).toEqual(['ann'])
  })

  test('is, of contacts, who was moved, who lost and who won by it', () => {
    const moves = [{ id: 'x', from: 'ann', to: 'bob' }]
    expect(touched([], [version()], moves).ifRated).toEqual([['x', 'ann', 'bob']])
  })

  test('is, of contacts, whoever did anything, where the age of an implied subscription counts', () => {
    const events = [event('track', 'Report Run', 'bob')]
    const { ids, ifRated, causes } = touched(events, [version({ clock: { type: 'time' } })])
    expect([[...ids], ifRated, [...causes]]).toEqual([[], [['bob']], []])
  })
})
