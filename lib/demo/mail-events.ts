import { DateTime } from 'luxon'
import type { CanonicalEvent } from '@/lib/ingest/canonical-event'
import type { ContactAction } from '@/lib/ingest/files/mapping-schema'
import { instantIn } from './calendar'
import { type DemoContact, issueDays, makeContacts } from './contacts'
import { demoEvent } from './event'
import type { Demo } from './make-demo'
import type { Piece } from './piece'
import { Random } from './random'
import { machineOpens, newsletters } from './truth'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/**
 * Subscriptions, then one newsletter after the other with all that it led to, in pieces of at least `least` events (the
 * last may be smaller).
 */
export function* mailEvents(demo: Demo, least: number): Generator<Piece> {
  const contacts = makeContacts(demo)
  const days = issueDays(demo)
  let events = contacts.map((contact) => subscription(demo, contact))
  const gone = new Set<number>()
  for (const [issue, day] of days.entries()) {
    const sending = new Sending(demo, issue, day, events)
    for (const contact of contacts)
      if (contact.subscribedDay < day && !gone.has(contact.index) && sending.to(contact) === 'last')
        gone.add(contact.index)
    const isLast = issue === days.length - 1
    if (events.length < least && !isLast) continue
    yield { done: (issue + 1) / days.length, events }
    events = []
  }
}

function subscription({ calendar }: Demo, { index, email, subscribedDay, subscribedAt }: DemoContact) {
  const at = instantIn(calendar, subscribedDay, subscribedAt)
  return actionEvent(`demo-mail-${index}`, 'subscribed', at, email, { listId: newsletters.list })
}

const actionEvent = (
  id: string,
  action: ContactAction,
  at: number,
  email: string,
  properties: Record<string, string>,
  machine = false,
): CanonicalEvent => demoEvent(`${id}-${action}`, 'action', action, at, properties, { email, machine })

/** One newsletter on its way to everybody. */
class Sending {
  private readonly sentAt: number
  private readonly end: number
  private readonly ids: { messageId: string; campaignId: string; listId: string }

  constructor(
    { calendar }: Demo,
    private readonly issue: number,
    day: number,
    private readonly into: CanonicalEvent[],
  ) {
    const at = DateTime.fromMillis(instantIn(calendar, day, 0.5), { zone: calendar.timeZone })
    this.sentAt = at.set({ hour: newsletters.hour, minute: 0, second: 0, millisecond: 0 }).toMillis()
    this.end = calendar.end.getTime()
    const messageId = `newsletter-${at.toISODate()}`
    this.ids = { messageId, campaignId: messageId, listId: newsletters.list }
  }

  /** Whether it was the last one to this contact. */
  to(contact: DemoContact): 'last' | 'not last' {
    const { persona, index, isProxied } = contact
    const random = new Random(`mail ${index} ${this.issue}`)
    const delivered = this.sentAt + random.int(0, 20 * MINUTE)
    const say = (action: ContactAction, after: number, more?: Record<string, string>, machine = false) => {
      const at = delivered + Math.round(after)
      if (at >= this.end) return
      const id = `demo-mail-${index}-${this.issue}${machine ? '-machine' : ''}`
      this.into.push(actionEvent(id, action, at, contact.email, { ...this.ids, ...more }, machine))
    }
    if (random.chance(persona.bounce ?? 0)) {
      const hard = random.chance(persona.hardShare ?? 0)
      say(hard ? 'bounce_hard' : 'bounce_soft', 0)
      return hard ? 'last' : 'not last'
    }
    say('delivered', 0)
    if (isProxied && random.chance(machineOpens.chance)) say('read', random.int(2, 40) * SECOND, {}, true)
    const fading = persona.halfLifeIssues ? 2 ** (-this.issue / persona.halfLifeIssues) : 1
    if (random.chance(persona.read * fading)) this.reading(contact, random, say)
    if (random.chance(persona.complaint ?? 0)) {
      say('complaint', random.exponential(6 * HOUR))
      return 'last'
    }
    if (!random.chance(persona.unsubscribe ?? 0)) return 'not last'
    say('unsubscribe', random.exponential(6 * HOUR))
    return 'last'
  }

  private reading(
    { persona }: DemoContact,
    random: Random,
    say: (action: ContactAction, after: number, more?: Record<string, string>) => void,
  ): void {
    const after = random.exponential(7 * HOUR)
    say('read', after)
    if (random.chance(persona.click))
      say('click', after + random.exponential(2 * MINUTE), { url: 'https://example.com/news' })
    if (random.chance(persona.reply ?? 0)) say('reply', after + random.exponential(HOUR))
    if (random.chance(persona.forward ?? 0)) say('forward', after + random.exponential(HOUR))
    if (random.chance(persona.profile ?? 0)) say('profile_update', after + random.exponential(HOUR))
    if (random.chance(persona.invite ?? 0))
      say('invite', after + random.exponential(2 * HOUR), { listId: newsletters.invites })
  }
}
