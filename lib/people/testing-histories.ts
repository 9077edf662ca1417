import { createModel, publishModel, startRun } from '@/lib/models/operations'
import { scoreRun } from '@/lib/engagement/score-run'
import { NOW, modelDocument, newWorkspace } from '@/lib/engagement/testing'
import type { CanonicalEvent } from '@/lib/ingest/canonical-event'
import { trackEvent } from '@/lib/ingest/testing'
import { writeEvents } from '@/lib/ingest/write-events'
import type { EngagementDocumentInput } from '@/lib/scoring/engagement/document'
import { randomUUID } from 'node:crypto'

/** The earlier and the later instant of these tests, two weeks apart, and shortly after each, when it is scored. */
export const earlier = new Date('2026-06-01T00:00:00Z')
export const later = new Date('2026-06-15T00:00:00Z')
const shortly = (date: Date) => new Date(date.getTime() + 3_600_000)
const before = (date: Date) => new Date(date.getTime() - 60_000)

const day = 86_400_000
const daysBefore = (date: Date, days: number) => new Date(date.getTime() - days * day)

/** Every way of measuring, fading, capping and bending. */
export const richDocument: EngagementDocumentInput = modelDocument({
  population: { activeWithinDays: 20, graceDays: 3 },
  lifecycle: { blendDays: 7 },
  behaviors: [
    { key: 'report', name: 'Ran a report', match: { events: ['report'] }, weight: 5, kernel: { type: 'half-life', days: 14 } },
    { key: 'open', name: 'Opened the app', match: { events: ['*'] }, weight: 1, measure: { type: 'days' }, cap: 9 },
    { key: 'comment', name: 'Commented', match: { events: ['comment'] }, weight: 3, curve: { type: 'log' } },
    { key: 'invite', name: 'Invited a teammate', match: { events: ['invite'] }, weight: 2, measure: { type: 'first' }, kernel: { type: 'linear', days: 40 } },
    {
      key: 'paid',
      name: 'Paid',
      match: { any: [{ event: 'pay', where: [{ property: 'plan', op: 'ne', value: 'free' }] }] },
      weight: 0.1,
      measure: { type: 'sum', property: 'price' },
      curve: { type: 'sqrt' },
    },
  ],
}) // prettier-ignore

const events = ['report', 'comment', 'invite', 'pay', 'page']

/** An event of a person at so many days before the later instant; `who` is `u1` or `anon:x`. */
export function did(
  who: string,
  name: string,
  daysAgo: number,
  more: Partial<CanonicalEvent> = {},
): CanonicalEvent {
  const anonymousId = who.startsWith('anon:') ? who.slice('anon:'.length) : null
  return trackEvent(randomUUID(), {
    name,
    userId: anonymousId === null ? who : null,
    anonymousId,
    occurredAt: daysBefore(later, daysAgo),
    properties: name === 'pay' ? { price: 4 + daysAgo, plan: daysAgo % 2 === 0 ? 'pro' : 'free' } : {},
    ...more,
  })
}

/** A hundred and twenty people, enough for each stage to be a baseline of its own at both instants. */
function crowd(): CanonicalEvent[] {
  return Array.from({ length: 120 }, (_, p) => p).flatMap((p) => {
    const since = [19 + (p % 10), 31 + (p % 12), 46 + (p % 40)][p % 3] ?? 0
    const days = Array.from({ length: since }, (_, back) => since - back)
    return days.flatMap((back) => {
      const name = events[(p * 3 + back * 7) % events.length] ?? 'page'
      return (p * 5 + back * 11) % (3 + (p % 9)) === 0 || back === since
        ? [did(`c${p}`, name, back - 0.4)]
        : []
    })
  })
}

/** The same for those whom something happened to. */
const theirs = (who: string, from: number, to: number) =>
  Array.from({ length: from - to }, (_, n) => did(who, events[n % events.length] ?? 'page', from - n - 0.3))

/**
 * A workspace that was scored at both instants, and who was in it: `late` did something that came in after the earlier
 * run, `visitor` became `signed-up` in between, `two` was aliased into `one`, `crossing` became established, `near` is
 * about to, `gone` is dormant at the later instant, `fresh` was in grace at the earlier one, `ghost` came after it.
 */
export async function makeHistories(document: EngagementDocumentInput = richDocument) {
  const made = await newWorkspace({ lastOccurredAt: later })
  const source = { id: randomUUID(), kind: 'http' } as const
  const write = (list: readonly CanonicalEvent[], at: Date) => writeEvents(made.id, source, list, at)
  const isEarlier = ({ occurredAt }: CanonicalEvent) => occurredAt < earlier

  const everything = [
    ...crowd(),
    ...theirs('late', 60, 1),
    ...theirs('anon:visitor', 50, 11),
    ...theirs('signed-up', 9, 1),
    ...theirs('one', 70, 2),
    ...theirs('two', 66, 2),
    ...theirs('crossing', 40, 1),
    ...theirs('near', 29, 1),
    ...theirs('gone', 60, 25),
    ...theirs('fresh', 16, 1),
    ...theirs('ghost', 8, 1),
  ]
  await write(everything.filter(isEarlier), before(earlier))
  const { id } = await createModel(made.contextOf('editor', earlier), { document })
  await publishModel(made.contextOf('editor', shortly(earlier)), { id })
  const score = async (asOf: Date, at = shortly(asOf)) => {
    const run = await startRun(made.contextOf('editor', NOW), { id, asOf: asOf.toISOString() })
    await scoreRun({ runId: run.id }, () => at)
  }
  await score(earlier)

  const tardy = [did('late', 'report', 20), did('late', 'report', 21), did('late', 'pay', 22)]
  const joined = [
    trackEvent(randomUUID(), { kind: 'identify', name: 'identify', userId: 'signed-up', anonymousId: 'visitor', occurredAt: daysBefore(later, 10) }),
    trackEvent(randomUUID(), { kind: 'alias', name: 'alias', userId: 'one', previousId: 'two', occurredAt: daysBefore(later, 7) }),
  ] // prettier-ignore
  await write([...tardy, ...joined], daysBefore(later, 6))
  await write(
    everything.filter((event) => !isEarlier(event)),
    before(later),
  )
  await score(later)
  return { ...made, model: id, write, score, source }
}
