import { describe, expect, it } from 'vitest'
import type { DocumentPath } from '../document/document-problem'
import { parseContactDocument } from './document'

const having = (part: object) => ({ kind: 'contact', name: 'Newsletter', ...part })
const listing = (...actions: unknown[]) => having({ actions })
const many = (count: number) => Array.from({ length: count }, (_, index) => `e${index}`)

type Refusal = [written: unknown, path: DocumentPath, reason: RegExp]

// prettier-ignore
const bad: Record<string, Refusal> = {
  'null': [null, [], /must be an object/],
  'a text': ['contact', [], /must be an object/],
  'a kind in capitals': [{ kind: 'Contact', name: 'N' }, ['kind'], /"engagement" or "contact"/],
  'a name that is a number': [having({ name: 4 }), ['name'], /must be a text/],
  'a name without a letter': [having({ name: '\t ' }), ['name'], /must not be blank/],
  'a name without end': [having({ name: 'n'.repeat(201) }), ['name'], /at most 200 characters/],
  'a part of an engagement model': [having({ tiers: [] }), ['tiers'], /not a known field/],
  'a gravity without end': [having({ gravity: Infinity }), ['gravity'], /must be a finite number/],
  'a gravity of null': [having({ gravity: null }), ['gravity'], /must be a number/],
  'a clock by name': [having({ clock: 'time' }), ['clock'], /must be an object/],
  'a clock without type': [having({ clock: {} }), ['clock', 'type'], /is required: one of "position", "time"/],
  'a clock of null': [having({ clock: null }), ['clock'], /must be an object/],
  'a clock with a zone': [having({ clock: { type: 'time', zone: 'UTC' } }), ['clock', 'zone'], /not a field of type "time"/],
  'a list of orders': [having({ order: ['final'] }), ['order'], /must be one of/],
  'a dedupe of true': [having({ dedupe: true }), ['dedupe'], /must be one of "message-action", "message"/],
  'a machine of null': [having({ machine: null }), ['machine'], /must be one of "exclude", "include"/],
  'a floor as text': [having({ floor: '2' }), ['floor'], /must be a number/],
  'a floor beyond reason': [having({ floor: 1e10 }), ['floor'], /at most 1000000000/],
  'cuts by name': [having({ stars: { 2: 2, 3: 3, 4: 5, 5: 9 } }), ['stars'], /must be a list/],
  'a cut as text': [having({ stars: [2, 3, '5', 9] }), ['stars', 2], /must be a number/],
  'a cut below 0': [having({ stars: [-0.5, 3, 5, 9] }), ['stars', 0], /at least 0/],
  'a cut that is none': [having({ stars: [2, NaN, 5, 9] }), ['stars', 1], /must be a finite number/],
  'equal cuts': [having({ stars: [2, 2, 5, 9] }), ['stars', 1], /must be greater than 2, the cut before/],
  'no cuts': [having({ stars: [] }), ['stars'], /at least 4 entries/],
  'an action that is null': [listing(null), ['actions', 0], /must be an object/],
  'an action in capitals': [listing({ action: 'Read' }), ['actions', 0, 'action'], /must be one of/],
  'an action by its number': [listing({ action: 1 }), ['actions', 0, 'action'], /must be one of/],
  'points of null': [listing({ action: 'read', points: null }), ['actions', 0, 'points'], /must be a number/],
  'points that are none': [listing({ action: 'read', points: NaN }), ['actions', 0, 'points'], /must be a finite number/],
  'a severity beyond reason': [listing({ action: 'bounce_soft', severity: 1e12 }), ['actions', 0, 'severity'], /at most 1000000000/],
  'a severity of null where one is usual': [listing({ action: 'bounce_hard', severity: null }), ['actions', 0, 'severity'], /must be a number/],
  'a delivery with points': [listing({ action: 'delivered', points: 1 }), ['actions', 0, 'points'], /not a field of action "delivered"/],
  'a delivery with days': [listing({ action: 'delivered', afterDays: 7 }), ['actions', 0, 'afterDays'], /not a field of action "delivered"/],
  'points of unread': [listing({ action: 'unread', points: 1 }), ['actions', 0, 'points'], /not a field of action "unread"/],
  'unread after half a day': [listing({ action: 'unread', severity: 1, afterDays: 1.5 }), ['actions', 0, 'afterDays'], /must be a whole number/],
  'unread after more than a century': [listing({ action: 'unread', severity: 1, afterDays: 40000 }), ['actions', 0, 'afterDays'], /at most 36500/],
  'counted as text': [listing({ action: 'click', counted: 'true' }), ['actions', 0, 'counted'], /must be true or false/],
  'an event twice in one action': [listing({ action: 'click', events: ['E', 'E'] }), ['actions', 0, 'events', 1], /is an event of entry 0 already/],
  'over a hundred events': [listing({ action: 'click', events: many(101) }), ['actions', 0, 'events'], /at most 100 entries/],
  'an event with a name without end': [listing({ action: 'click', events: ['e'.repeat(501)] }), ['actions', 0, 'events', 0], /at most 500 characters/],
  'events of null': [listing({ action: 'click', events: null }), ['actions', 0, 'events'], /must be a list/],
  'a subscription twice': [listing({ action: 'subscribed' }, { action: 'read' }, { action: 'subscribed' }), ['actions', 2, 'action'], /repeats the action of entry 0/],
}

describe('a contact model is refused', () => {
  it.each(Object.entries(bad))('%s', (_, [written, path, reason]) => {
    const parsed = parseContactDocument(written)
    expect(parsed).toMatchObject({ ok: false, code: 'invalid_document', path })
    expect(parsed).toHaveProperty('message', expect.stringMatching(reason))
  })

  it('by the first problem in the order of the grammar', () => {
    expect(parseContactDocument(having({ stars: [], actions: 3, gravity: -1 }))).toMatchObject({
      path: ['gravity'],
    })
  })
})
