import { expect, test } from 'vitest'
import type { CanonicalEvent } from '@/lib/ingest/canonical-event'
import { parseEngagementDocument } from '@/lib/scoring/engagement/document'
import { mailEvents } from './mail-events'
import { makeDemo } from './make-demo'
import { demoModel } from './model'
import { lateEvents, productEvents } from './product-events'
import { demoDay, smallDemo, smallSize } from './testing'
import { behaviors } from './truth'

const demo = smallDemo()
const product = [...productEvents(demo, 5_000)].flatMap(({ events }) => events)
const late = lateEvents(demo)
const mail = [...mailEvents(demo, 50_000)].flatMap(({ events }) => events)
const all = [...product, ...late, ...mail]

test('the same day gives the same events to the letter, another size or day others', () => {
  const again = makeDemo(new Date('2026-03-02T23:59:00Z'), 'UTC', smallSize)
  expect([...productEvents(again, 777)].flatMap(({ events }) => events)).toEqual(product)
  expect([...mailEvents(again, 333)].flatMap(({ events }) => events)).toEqual(mail)
  const tomorrow = makeDemo(new Date('2026-03-03T10:00:00Z'), 'UTC', smallSize)
  expect(tomorrow.calendar.end).not.toEqual(demo.calendar.end)
})

test('every event has an id of its own and happens within the thirteen months', () => {
  expect(new Set(all.map(({ eventId }) => eventId)).size).toBe(all.length)
  const from = demo.calendar.midnights[0] ?? 0
  const outside = all.filter(
    ({ occurredAt }) => occurredAt.getTime() < from || occurredAt >= demo.calendar.end,
  )
  expect(outside).toEqual([])
})

test('the last day has activity, so that the workspace is observed until the end', () => {
  const yesterday = demo.calendar.midnights.at(-2) ?? 0
  expect(product.some((event) => event.kind === 'track' && event.occurredAt.getTime() >= yesterday)).toBe(
    true,
  )
})

test('pieces say how much is through, the last one all of it', () => {
  for (const pieces of [[...productEvents(demo, 5_000)], [...mailEvents(demo, 500)]]) {
    const done = pieces.map((piece) => piece.done)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
    expect(done.at(-1)).toBe(1)
  }
})

test('there are as many people, about 240 events of each, and the names the model knows', () => {
  const users = new Set(product.flatMap(({ userId }) => userId ?? []))
  expect(users.size).toBeGreaterThanOrEqual(smallSize.people)
  const each = product.length / smallSize.people
  expect(each).toBeGreaterThan(190)
  expect(each).toBeLessThan(290)
  const names = new Set(product.map(({ name }) => name))
  expect(behaviors.filter(({ event }) => !names.has(event))).toEqual([])
})

test('the model of the demo is a valid document without a warning, on events that happen', () => {
  const parsed = parseEngagementDocument(demoModel('2026-01-12'))
  if (!parsed.ok) throw new Error(parsed.message)
  expect(parsed.notes).toEqual([])
  expect(parsed.document.behaviors.map(({ weight }) => weight)).toEqual([5, 1, 5, 3, 3, 1, 3])
})

const of = (list: readonly CanonicalEvent[], kind: string) => list.filter((event) => event.kind === kind)

test('the odd ones are there: staff, refusals, aliases, visitors, shared browsers, claimed addresses, late days', () => {
  const identified = of(product, 'identify')
  expect(identified.some(({ email }) => email?.endsWith('@staff.example.com'))).toBe(true)
  expect(identified.filter(({ properties }) => properties.consent === false).length).toBeGreaterThanOrEqual(2)
  const aliases = of(product, 'alias')
  expect(aliases.length).toBeGreaterThanOrEqual(1)
  for (const { previousId, userId, occurredAt } of aliases) {
    expect(
      product.some((e) => e.userId === previousId && e.kind === 'track' && e.occurredAt < occurredAt),
    ).toBe(true)
    expect(product.some((e) => e.userId === userId && e.kind === 'track' && e.occurredAt < occurredAt)).toBe(
      false,
    )
  }
  expect(product.some((e) => e.userId === null && e.anonymousId?.startsWith('visitor-'))).toBe(true)
  const owners = new Map<string, Set<string>>()
  const mailboxes = new Map<string, Set<string>>()
  for (const { anonymousId, email, userId } of product) {
    if (anonymousId?.startsWith('shared-') && userId)
      owners.set(anonymousId, (owners.get(anonymousId) ?? new Set()).add(userId))
    if (email && userId) mailboxes.set(email, (mailboxes.get(email) ?? new Set()).add(userId))
  }
  expect([...owners.values()].map((users) => users.size)).toEqual([...owners.keys()].map(() => 2))
  expect([...mailboxes.values()].filter((users) => users.size === 2).length).toBeGreaterThanOrEqual(2)
  expect(late.length).toBeGreaterThan(5)
  const margin = demo.calendar.end.getTime() - 21 * 86_400_000
  expect(late.filter(({ occurredAt }) => occurredAt.getTime() < margin)).toEqual([])
})

test('nobody is a real address: all of them are in domains reserved for examples', () => {
  const domains = new Set(all.flatMap(({ email }) => email?.split('@')[1] ?? []))
  expect([...domains].sort()).toEqual(['example.com', 'example.net', 'example.org', 'staff.example.com'])
  expect(demo.calendar.end.getTime()).toBeLessThanOrEqual(demoDay.getTime())
})
