import { expect, test } from 'vitest'
import { type DemoContact, issueDays, makeContacts } from './contacts'
import { mailEvents } from './mail-events'
import { makeDemo } from './make-demo'
import { demoDay } from './testing'
import { machineOpens, newsletters, overlap, personas } from './truth'

const demo = makeDemo(demoDay, 'UTC', { people: 1_000, contacts: 4_000 })
const contacts = makeContacts(demo)
const events = [...mailEvents(demo, 50_000)].flatMap((piece) => piece.events)
const personaOf = new Map(contacts.map(({ email, persona }) => [email, persona.key]))
const named = (name: string, machine = false) =>
  events.filter((event) => event.name === name && event.machine === machine)

const share = (test: (contact: DemoContact) => boolean) => contacts.filter(test).length / contacts.length

/** Of what was delivered to contacts of a persona, the share that this happened to. */
function rate(name: string, persona: string, per = 'delivered'): number {
  const of = (what: string) =>
    named(what).filter(({ email }) => personaOf.get(email ?? '') === persona).length
  return of(name) / of(per)
}

test('addresses differ, and an eighth of them are people who use the product', () => {
  expect(new Set(contacts.map(({ email }) => email)).size).toBe(contacts.length)
  const users = new Set(demo.people.map(({ email }) => email))
  expect(share(({ email }) => users.has(email))).toBeCloseTo(overlap, 2)
})

test('personas have their shares, and so have privacy proxies', () => {
  expect(personas.reduce((sum, persona) => sum + persona.share, 0)).toBeCloseTo(1, 9)
  for (const { key, share: planted } of personas)
    expect(share(({ persona }) => persona.key === key)).toBeCloseTo(planted, 1.3)
  expect(share(({ isProxied }) => isProxied)).toBeCloseTo(machineOpens.share, 1.3)
})

test('fans, readers, skimmers and dormant contacts read and click as planted', () => {
  for (const { key, read, click } of personas) {
    if (!['fan', 'reader', 'skimmer', 'dormant'].includes(key)) continue
    expect(Math.abs(rate('read', key) - read)).toBeLessThan(0.04)
    if (read > 0.1) expect(Math.abs(rate('click', key, 'read') - click)).toBeLessThan(0.05)
  }
  expect(rate('reply', 'fan')).toBeGreaterThan(rate('reply', 'skimmer'))
  expect(rate('forward', 'fan')).toBeGreaterThan(rate('forward', 'skimmer'))
})

test('fading contacts read ever less', () => {
  const days = issueDays(demo)
  const readOf = (issue: number) => {
    const id = `newsletter-${new Date(demo.calendar.midnights[days[issue] ?? 0] ?? 0).toISOString().slice(0, 10)}`
    const of = (name: string) =>
      named(name).filter(
        ({ email, properties }) => properties.messageId === id && personaOf.get(email ?? '') === 'fading',
      ).length
    return of('read') / of('delivered')
  }
  expect(readOf(0)).toBeGreaterThan(0.5)
  expect(readOf(newsletters.issues - 1)).toBeLessThan(0.15)
})

test('nothing is sent to anybody after a hard bounce, a complaint or an unsubscription', () => {
  const last = new Map<string, number>()
  for (const name of ['bounce_hard', 'complaint', 'unsubscribe'])
    for (const { email, occurredAt } of named(name)) last.set(email ?? '', occurredAt.getTime())
  const later = named('delivered').filter(
    ({ email, occurredAt }) => occurredAt.getTime() > (last.get(email ?? '') ?? Infinity),
  )
  expect(last.size).toBeGreaterThan(50)
  expect(later).toEqual([])
})

test('machines open within seconds, and are marked', () => {
  const delivered = new Map(
    named('delivered').map(({ email, properties, occurredAt }) => [
      `${email} ${String(properties.messageId)}`,
      occurredAt.getTime(),
    ]),
  )
  const delays = named('read', true).map(
    ({ email, properties, occurredAt }) =>
      occurredAt.getTime() - (delivered.get(`${email} ${String(properties.messageId)}`) ?? 0),
  )
  expect(delays.length).toBeGreaterThan(500)
  expect(Math.max(...delays)).toBeLessThan(60_000)
})

test('newsletters go out on Tuesdays at nine, one a week', () => {
  const days = issueDays(demo)
  expect(days).toHaveLength(newsletters.issues)
  expect(new Set(days.map((day) => demo.calendar.weekday(day)))).toEqual(new Set([1]))
  const hours = new Set(named('delivered').map(({ occurredAt }) => occurredAt.getUTCHours()))
  expect([...hours]).toEqual([newsletters.hour])
})
