import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { DocumentPath } from '../document/document-problem'
import { contactDocumentJsonSchema, contactDocumentProblems, parseContactDocument } from './document'

const minimal = { kind: 'contact', name: 'Newsletter' }
const having = (part: object) => ({ ...minimal, ...part })
const listing = (...actions: object[]) => having({ actions })

function accepted(input: unknown) {
  const parsed = parseContactDocument(input)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.document
}

describe('a contact model that leaves everything out', () => {
  it('gets the defaults of the definitions', () => {
    const counts = { counted: true, events: [] }
    expect(accepted(minimal)).toEqual({
      kind: 'contact',
      name: 'Newsletter',
      gravity: 1,
      clock: { type: 'position' },
      order: 'running',
      dedupe: 'message-action',
      actions: [
        { action: 'subscribed', points: 2, ...counts },
        { action: 'read', points: 2, ...counts },
        { action: 'click', points: 4, ...counts },
        { action: 'forward', points: 10, ...counts },
        { action: 'reply', points: 8, ...counts },
        { action: 'profile_update', points: 3, ...counts },
        { action: 'invite', points: 3, ...counts },
        { action: 'bounce_hard', severity: 1, ...counts },
        { action: 'bounce_soft', severity: 0.25, ...counts },
        { action: 'complaint', severity: 1, ...counts },
      ],
      floor: null,
      machine: 'exclude',
      stars: [2, 3, 5, 9],
    })
  })

  it('counts of a list of actions only what is listed, and the subscription', () => {
    expect(accepted(listing({ action: 'read' }, { action: 'click', counted: false })).actions).toEqual([
      { action: 'subscribed', counted: true, points: 2, events: [] },
      { action: 'read', counted: true, points: 2, events: [] },
      { action: 'click', counted: false, points: 4, events: [] },
    ])
    const own = { action: 'subscribed', counted: false, points: 7 }
    expect(accepted(listing(own)).actions).toEqual([{ ...own, events: [] }])
  })

  it('has a floor of 2 where time or unread lower scores, unless it says another or none', () => {
    const floor = (part: object) => accepted(having(part)).floor
    expect(floor({ clock: { type: 'time' } })).toBe(2)
    expect(floor({ actions: [{ action: 'unread', severity: 1 }] })).toBe(2)
    expect(floor({ actions: [{ action: 'unread', counted: false }] })).toBe(null)
    expect(floor({ clock: { type: 'time' }, floor: null })).toBe(null)
    expect(floor({ floor: 1.5 })).toBe(1.5)
    expect(accepted(having({ clock: { type: 'time' } })).clock).toEqual({ type: 'time', unit: 'day' })
  })
})

const good: Record<string, object> = {
  'the smallest': minimal,
  'the one of the guide': having({
    gravity: 1,
    clock: { type: 'position' },
    order: 'running',
    dedupe: 'message-action',
    actions: [
      { action: 'subscribed', points: 2 },
      { action: 'read', points: 2 },
      { action: 'bounce_hard', severity: 1 },
    ],
    floor: null,
    machine: 'exclude',
    stars: [2, 3, 5, 9],
  }),
  'every other choice': having({
    gravity: 0,
    clock: { type: 'time', unit: 'week' },
    order: 'final',
    dedupe: 'message',
    machine: 'include',
    floor: 3,
    stars: [0, 1.5, 2, 100],
  }),
  'every action': listing(
    { action: 'subscribed', events: ['Subscribed'] },
    { action: 'delivered', events: ['Email Delivered'] },
    { action: 'read', events: ['Email Opened', 'Opened'] },
    ...['click', 'forward', 'reply', 'profile_update', 'invite'].map((action) => ({ action, points: 0 })),
    ...['bounce_hard', 'bounce_soft', 'complaint', 'unsubscribe'].map((action) => ({ action, severity: 2 })),
    { action: 'unread', severity: 0.1, afterDays: 3 },
  ),
  hours: having({ clock: { type: 'time', unit: 'hour' } }),
  days: having({ clock: { type: 'time', unit: 'day' } }),
}

type Refusal = [document: unknown, path: DocumentPath, reason: RegExp, fits?: 'fits the schema']

// prettier-ignore
const bad: Record<string, Refusal> = {
  'nothing': [undefined, [], /The document is required/],
  'a list': [[minimal], [], /must be an object/],
  'an unknown kind': [having({ kind: 'loyalty' }), ['kind'], /"engagement" or "contact"/],
  'no name': [{ kind: 'contact' }, ['name'], /name is required/],
  'an unknown part': [having({ window: { days: 30 } }), ['window'], /not a known field/],
  'a gravity below 0': [having({ gravity: -0.1 }), ['gravity'], /at least 0/],
  'a gravity that is no number': [having({ gravity: NaN }), ['gravity'], /finite number/],
  'a clock of neither': [having({ clock: { type: 'age' } }), ['clock', 'type'], /one of "position", "time"/],
  'a unit of the position clock': [having({ clock: { type: 'position', unit: 'day' } }), ['clock', 'unit'], /not a field of type "position"/],
  'a unit of months': [having({ clock: { type: 'time', unit: 'month' } }), ['clock', 'unit'], /"hour", "day", "week"/],
  'an order of neither': [having({ order: 'last' }), ['order'], /"running", "final"/],
  'a dedupe of neither': [having({ dedupe: 'none' }), ['dedupe'], /"message-action", "message"/],
  'a machine of neither': [having({ machine: true }), ['machine'], /"exclude", "include"/],
  'a floor below 0': [having({ floor: -1 }), ['floor'], /at least 0/],
  'three cuts': [having({ stars: [2, 3, 5] }), ['stars'], /at least 4 entries/],
  'five cuts': [having({ stars: [2, 3, 5, 9, 12] }), ['stars'], /at most 4 entries/],
  'cuts that fall': [having({ stars: [2, 5, 5, 9] }), ['stars', 2], /greater than 5, the cut before/, 'fits the schema'],
  'actions by name': [having({ actions: { read: 2 } }), ['actions'], /must be a list/],
  'an unknown action': [listing({ action: 'open' }), ['actions', 0, 'action'], /must be one of "subscribed"/],
  'an action without name': [listing({ points: 2 }), ['actions', 0, 'action'], /is required: one of/],
  'an action twice': [listing({ action: 'read' }, { action: 'read', points: 3 }), ['actions', 1, 'action'], /repeats the action of entry 0/, 'fits the schema'],
  'points of a bounce': [listing({ action: 'bounce_hard', points: 2 }), ['actions', 0, 'points'], /not a field of action "bounce_hard"/],
  'a severity of a read': [listing({ action: 'read', severity: 2 }), ['actions', 0, 'severity'], /not a field of action "read"/],
  'points below 0': [listing({ action: 'read', points: -1 }), ['actions', 0, 'points'], /at least 0/],
  'a severity below 0': [listing({ action: 'complaint', severity: -1 }), ['actions', 0, 'severity'], /at least 0/],
  'points beyond reason': [listing({ action: 'read', points: 2e9 }), ['actions', 0, 'points'], /at most 1000000000/],
  'a counted delivery': [listing({ action: 'delivered', counted: true }), ['actions', 0, 'counted'], /must be false: a delivery/],
  'a counted unsubscribe without severity': [listing({ action: 'unsubscribe' }), ['actions', 0, 'severity'], /is required: "unsubscribe" has no usual one/, 'fits the schema'],
  'a counted unread without severity': [listing({ action: 'unread', afterDays: 3 }), ['actions', 0, 'severity'], /is required/, 'fits the schema'],
  'unread after no days': [listing({ action: 'unread', severity: 1, afterDays: 0 }), ['actions', 0, 'afterDays'], /at least 1/],
  'unread that is sent': [listing({ action: 'unread', severity: 1, events: ['Unread'] }), ['actions', 0, 'events'], /not a field of action "unread"/],
  'an event of two actions': [listing({ action: 'read', events: ['E'] }, { action: 'click', events: ['F', 'E'] }), ['actions', 1, 'events', 1], /is an event of entry 0 already/, 'fits the schema'],
  'an event without name': [listing({ action: 'read', events: [''] }), ['actions', 0, 'events', 0], /must not be empty/],
}

const fits = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(JSON.stringify(contactDocumentJsonSchema())) as object,
)

describe('documents', () => {
  it.each(Object.entries(good))('good: %s', (_, document) => {
    const parsed = accepted(document)
    expect(accepted(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed)
    expect(contactDocumentProblems(document)).toEqual([])
    expect([fits(document), fits.errors]).toEqual([true, null])
    expect(fits(parsed)).toBe(true)
  })

  it.each(Object.entries(bad))('bad: %s', (_, [document, path, reason, across]) => {
    const parsed = parseContactDocument(document)
    expect(parsed).toMatchObject({ ok: false, code: 'invalid_document', path })
    expect(parsed).toHaveProperty('message', expect.stringMatching(reason))
    expect(parsed).toMatchObject(contactDocumentProblems(document)[0] ?? {})
    if (!Object.values(document ?? {}).includes(NaN) && document !== undefined)
      expect(fits(document)).toBe(across !== undefined)
  })

  it('of the problems of a document all are told', () => {
    const problems = contactDocumentProblems(
      having({ gravity: -1, actions: [{ action: 'read', points: -1 }] }),
    )
    expect(problems.map(({ path }) => path)).toEqual([['gravity'], ['actions', 0, 'points']])
  })
})
