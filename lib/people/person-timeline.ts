import { z } from 'zod'
import type { Behavior, EngagementDocument } from '@/lib/scoring/engagement/document'
import { compileMatch } from '@/lib/scoring/engagement/match'
import { type Worth, occurrenceWorths } from '@/lib/scoring/engagement/occurrence-worth'
import { activityKinds } from '@/lib/ingest/canonical-event'
import { findModelToShow } from '@/lib/engagement/data'
import { type Context, can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { seal, unseal } from '@/lib/server/sealed'
import { publicId } from './called'
import { findScores } from './data'
import { eventDetail } from './event-detail'
import { knownAtStart, membersByPerson, readOccurrences } from './histories'
import { identityEntries } from './identity-entries'
import { knownPerson } from './known-person'
import { maskEmails, maskEmailsInJson, maskId } from './mask-emails'
import { type Scores, pointOf, scoresOf } from './person-at'
import type { Timeline, TimelineEntry, timelineSchema } from './schema'
import { personPoints } from './sql/person-points'
import { publicNames } from './sql/public-names'
import { type TimelineEvent, timelineEvents } from './sql/timeline-events'

type Asked = z.output<typeof timelineSchema>

/** A page ended behind this event. */
const placeSchema = z.object({ at: z.number(), id: z.string() })
type Place = z.output<typeof placeSchema>

/** What came in later than this after it occurred is late. */
const LATE_MS = 86_400_000

/** The most chunks that are searched for events which conditions on properties leave. */
const MOST_CHUNKS = 20

const isActivity = ({ kind }: TimelineEvent) => (activityKinds as readonly string[]).includes(kind)

type Read = {
  scores: Scores | null
  matchers: readonly { behavior: Behavior; matches: ReturnType<typeof compileMatch> }[]
  worths: ReadonlyMap<string, readonly Worth[]>
  unmasked: boolean
}

function matchersOf(document: EngagementDocument | undefined): Read['matchers'] {
  const enabled = document?.behaviors.filter((behavior) => behavior.enabled) ?? []
  return enabled.map((behavior) => ({ behavior, matches: compileMatch(behavior.match) }))
}

const sentWith = ({ properties }: TimelineEvent) => JSON.parse(properties || '{}') as Record<string, unknown>

function behaviorsOf(event: TimelineEvent, { matchers }: Pick<Read, 'matchers'>): readonly Behavior[] {
  if (!isActivity(event) || matchers.length === 0) return []
  const occurrence = { event: event.event, activity: true, properties: sentWith(event) }
  return matchers.flatMap(({ behavior, matches }) => (matches(occurrence) ? [behavior] : []))
}

type Standing = (TimelineEntry & { type: 'event' })['standing']

function standingOf(
  { id, at }: TimelineEvent,
  behaviors: readonly Behavior[],
  { scores, worths }: Read,
): Standing {
  if (behaviors.length === 0 || !scores) return 'not-a-behavior'
  if (worths.has(id)) return 'counted'
  return at < scores.frame.windowFrom ? 'before' : 'since'
}

/** Properties of these are traits. */
const carriesTraits = ({ kind }: TimelineEvent) => kind === 'identify' || kind === 'group'

function shownProperties(event: TimelineEvent, unmasked: boolean): Record<string, unknown> {
  if (unmasked) return sentWith(event)
  return carriesTraits(event) ? {} : (maskEmailsInJson(sentWith(event)) as Record<string, unknown>)
}

function entryOf(event: TimelineEvent, read: Read): TimelineEntry {
  const behaviors = behaviorsOf(event, read)
  const worths = read.worths.get(event.id) ?? []
  const properties = shownProperties(event, read.unmasked)
  return {
    type: 'event',
    id: read.unmasked ? event.id : maskId(event.id),
    at: new Date(event.at),
    kind: event.kind,
    event: read.unmasked ? event.event : maskEmails(event.event),
    detail: eventDetail(properties),
    properties,
    late: !event.imported && event.receivedAt - event.at > LATE_MS,
    receivedAt: new Date(event.receivedAt),
    standing: standingOf(event, behaviors, read),
    behaviors: behaviors.map(({ key, name }) => {
      const told = worths.find((worth) => worth.key === key)
      return { key, name, worth: told?.worth ?? 0, others: told?.others ?? 0 }
    }),
  }
}

/** One page of events, newest first, and where the next one begins; `behaviors` leaves those that match one. */
async function eventsAfter(
  workspace: string,
  ids: readonly bigint[],
  place: Place | null,
  { only, limit }: Asked,
  read: Read,
): Promise<{ events: TimelineEvent[]; next: Place | null }> {
  const names = read.matchers.flatMap(({ behavior }) => behavior.match.any.map(({ event }) => event))
  const narrowed = only === 'behaviors'
  if (narrowed && names.length === 0) return { events: [], next: null }
  const events: TimelineEvent[] = []
  let from = place
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const found = await timelineEvents(from !== null)({
      workspace,
      ids: [...ids],
      names: narrowed ? [...new Set(names)] : [],
      limit: limit + 1,
      ...(from && { at: new Date(from.at), id: from.id }),
    })
    events.push(...found.filter((event) => !narrowed || behaviorsOf(event, read).length > 0))
    const last = found.at(-1)
    if (events.length > limit) break
    if (found.length <= limit || !last) return { events, next: null }
    from = { at: last.at, id: last.id }
  }
  const page = events.slice(0, limit)
  const last = page.length < limit ? null : page.at(-1)
  return { events: page, next: last ? { at: last.at, id: last.id } : from }
}

/**
 * What a person did, newest first, with what each event is worth in the newest raw score, and when others were merged
 * into them or taken apart from them. Throws AppError `not_found`, `invalid` for a cursor that is not one of ours.
 */
export async function personTimeline(context: Context, asked: Asked): Promise<Timeline> {
  const { id: workspace, timeZone } = context.workspace
  const unmasked = can(context, 'people:unmasked')
  const place = asked.cursor ? unseal(placeSchema, asked.cursor, 'cursor') : null
  const [person, model] = await Promise.all([
    knownPerson(context, asked.id),
    findModelToShow(workspace, asked.model),
  ])
  if (!model && asked.model) throw new AppError('not_found', 'There is no such model.', ['model'])
  const [row, byPerson] = await Promise.all([
    model && findScores(model.id, {}),
    membersByPerson(workspace, [person]),
  ])
  const members = byPerson.get(person) ?? []
  const ids = members.map(({ id }) => id)
  const scores = row && scoresOf(row, timeZone)
  const [occurrences, points, names, changes] = await Promise.all([
    scores
      ? readOccurrences({ workspace, timeZone, ids, documents: [scores.document], from: scores.frame.windowFrom, until: scores.frame.asOf }) // prettier-ignore
      : [],
    row
      ? personPoints({ workspace, runs: [row.runId], ids: ids.map(BigInt), from: row.asOf, to: row.asOf })
      : [],
    publicNames({ workspace, ids: [BigInt(person)] }),
    identityEntries(workspace, members, unmasked),
  ])
  const counted = (row && pointOf(points, row.runId, members)?.id) ?? person
  const known = scores ? knownAtStart(occurrences, counted, members, scores.started) : []
  const read: Read = {
    scores,
    matchers: matchersOf(scores?.document),
    worths: scores ? occurrenceWorths(scores.document, scores.frame, known) : new Map(),
    unmasked,
  }
  const { events, next } = await eventsAfter(workspace, ids.map(BigInt), place, asked, read)
  const until = next?.at ?? -Infinity
  const between = changes.filter(({ at }) => at.getTime() > until && at.getTime() <= (place?.at ?? Infinity))
  const entries: TimelineEntry[] = [...events.map((event) => entryOf(event, read)), ...between]
  const shown = publicId(names[0]?.identity ?? '')
  return {
    items: entries.sort((a, b) => b.at.getTime() - a.at.getTime()),
    nextCursor: next && seal(next),
    personId: unmasked ? shown : maskId(shown),
    asOf: scores?.row.asOf ?? null,
  }
}
