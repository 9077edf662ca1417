import type { DocumentPath } from '../document/document-problem'
import type { DocumentExample } from '../engagement/testing-document-examples'

const having = (part: object) => ({ kind: 'contact', name: 'Newsletter', ...part })
const listing = (...actions: unknown[]) => having({ actions })
const unread = (part: object) => listing({ action: 'unread', severity: 0.1, ...part })
const reading = (part: object) => listing({ action: 'read', ...part })

const ofAction = (...rest: (string | number)[]): DocumentPath => ['actions', 0, ...rest]

/** @param acrossFields the rule ties fields together, so a JSON Schema does not hold it */
function example(valid: unknown, invalid: unknown, path: DocumentPath, acrossFields?: true): DocumentExample {
  return { valid, invalid, path, acrossFields }
}

const document: Record<string, DocumentExample> = {
  'contact, the smallest': example(having({}), { kind: 'contact' }, ['name']),
  'contact name': example(having({ name: 'Digest' }), having({ name: '  ' }), ['name']),
  'contact, no unknown part': example(having({}), having({ behaviors: [] }), ['behaviors']),
  gravity: example(having({ gravity: 1.5 }), having({ gravity: -0.5 }), ['gravity']),
  'gravity of nothing that fades': example(having({ gravity: 0 }), having({ gravity: '1' }), ['gravity']),
  'order, running': example(having({ order: 'running' }), having({ order: 'Running' }), ['order']),
  'order, final': example(having({ order: 'final' }), having({ order: null }), ['order']),
  'dedupe, message and action': example(having({ dedupe: 'message-action' }), having({ dedupe: 'action' }), [
    'dedupe',
  ]),
  'dedupe, message': example(having({ dedupe: 'message' }), having({ dedupe: ['message'] }), ['dedupe']),
  'machine, excluded': example(having({ machine: 'exclude' }), having({ machine: 'none' }), ['machine']),
  'machine, included': example(having({ machine: 'include' }), having({ machine: false }), ['machine']),
}

const clocks: Record<string, DocumentExample> = {
  'clock, position': example(having({ clock: { type: 'position' } }), having({ clock: 'position' }), [
    'clock',
  ]),
  'clock, position has no unit': example(
    having({ clock: { type: 'position' } }),
    having({ clock: { type: 'position', unit: 'day' } }),
    ['clock', 'unit'],
  ),
  'clock, time': example(having({ clock: { type: 'time' } }), having({ clock: { unit: 'day' } }), [
    'clock',
    'type',
  ]),
  'clock, hours': example(
    having({ clock: { type: 'time', unit: 'hour' } }),
    having({ clock: { type: 'time', unit: 'hours' } }),
    ['clock', 'unit'],
  ),
  'clock, days': example(
    having({ clock: { type: 'time', unit: 'day' } }),
    having({ clock: { type: 'time', unit: 1 } }),
    ['clock', 'unit'],
  ),
  'clock, weeks': example(
    having({ clock: { type: 'time', unit: 'week' } }),
    having({ clock: { type: 'time', unit: 'month' } }),
    ['clock', 'unit'],
  ),
}

const floorAndStars: Record<string, DocumentExample> = {
  floor: example(having({ floor: 2.5 }), having({ floor: -2 }), ['floor']),
  'no floor': example(having({ floor: null }), having({ floor: 'none' }), ['floor']),
  stars: example(having({ stars: [1, 2, 4, 8] }), having({ stars: [1, 2, 4] }), ['stars']),
  'cuts of stars': example(having({ stars: [0, 0.5, 1, 1.5] }), having({ stars: [-1, 0, 1, 2] }), [
    'stars',
    0,
  ]),
  'cuts that rise': example(
    having({ stars: [2, 3, 5, 9] }),
    having({ stars: [2, 5, 3, 9] }),
    ['stars', 2],
    true,
  ),
}

const positives = ['subscribed', 'read', 'click', 'forward', 'reply', 'profile_update', 'invite'] as const
const negatives = ['bounce_hard', 'bounce_soft', 'complaint', 'unsubscribe'] as const

const worths = Object.fromEntries([
  ...positives.map((action) => [
    `points of ${action}`,
    example(listing({ action, points: 2.5 }), listing({ action, severity: 1 }), ofAction('severity')),
  ]),
  ...negatives.map((action) => [
    `severity of ${action}`,
    example(listing({ action, severity: 0.5 }), listing({ action, points: 1 }), ofAction('points')),
  ]),
]) as Record<string, DocumentExample>

const actions: Record<string, DocumentExample> = {
  'actions, none but the subscription': example(listing(), having({ actions: null }), ['actions']),
  'action by name': example(reading({}), listing('read'), ofAction()),
  'action that exists': example(reading({}), listing({ action: 'opened' }), ofAction('action')),
  'actions that differ': example(
    listing({ action: 'read' }, { action: 'click' }),
    listing({ action: 'click' }, { action: 'click' }),
    ['actions', 1, 'action'],
    true,
  ),
  'action, no unknown field': example(reading({}), reading({ weight: 2 }), ofAction('weight')),
  'points from 0': example(reading({ points: 0 }), reading({ points: -0.5 }), ofAction('points')),
  'points as a number': example(reading({ points: 3 }), reading({ points: '3' }), ofAction('points')),
  'severity from 0': example(
    listing({ action: 'complaint', severity: 0 }),
    listing({ action: 'complaint', severity: -1 }),
    ofAction('severity'),
  ),
  counted: example(reading({ counted: true }), reading({ counted: 'yes' }), ofAction('counted')),
  'not counted': example(reading({ counted: false }), reading({ counted: 0 }), ofAction('counted')),
  'delivered, not counted': example(
    listing({ action: 'delivered', counted: false }),
    listing({ action: 'delivered', counted: true }),
    ofAction('counted'),
  ),
  'delivered, without a worth': example(
    listing({ action: 'delivered', events: ['Email Delivered'] }),
    listing({ action: 'delivered', points: 1 }),
    ofAction('points'),
  ),
  'severity that is not usual': example(
    listing({ action: 'unsubscribe', severity: 1 }),
    listing({ action: 'unsubscribe' }),
    ofAction('severity'),
    true,
  ),
  'no severity where it does not count': example(
    listing({ action: 'unsubscribe', counted: false, severity: null }),
    listing({ action: 'unsubscribe', counted: true, severity: null }),
    ofAction('severity'),
    true,
  ),
}

const unreads: Record<string, DocumentExample> = {
  'unread after days': example(unread({ afterDays: 3 }), unread({ afterDays: 0.5 }), ofAction('afterDays')),
  'unread, not counted': example(
    listing({ action: 'unread', counted: false }),
    listing({ action: 'unread' }),
    ofAction('severity'),
    true,
  ),
  'unread is never sent': example(unread({}), unread({ events: ['Unread'] }), ofAction('events')),
  'days of unread alone': example(unread({ afterDays: 7 }), reading({ afterDays: 7 }), ofAction('afterDays')),
}

const events: Record<string, DocumentExample> = {
  'events that are an action': example(
    reading({ events: ['Email Opened', 'open'] }),
    reading({ events: 'Email Opened' }),
    ofAction('events'),
  ),
  'no events': example(reading({ events: [] }), reading({ events: [''] }), ofAction('events', 0)),
  'an event by name': example(
    reading({ events: [' padded '] }),
    reading({ events: [7] }),
    ofAction('events', 0),
  ),
  'an event of one action': example(
    listing({ action: 'read', events: ['E'] }, { action: 'click', events: ['F'] }),
    listing({ action: 'read', events: ['E'] }, { action: 'click', events: ['E'] }),
    ['actions', 1, 'events', 0],
    true,
  ),
}

/** By name, what every variant of the grammar of contact models looks like. */
export const contactExamples: Readonly<Record<string, DocumentExample>> = {
  ...document,
  ...clocks,
  ...floorAndStars,
  ...worths,
  ...actions,
  ...unreads,
  ...events,
}
