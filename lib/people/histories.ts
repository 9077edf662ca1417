import type { WorkspaceId } from '@/lib/auth/workspace-id'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { Occurrence } from '@/lib/scoring/engagement/person-history'
import { peopleMembers } from './sql/people-members'
import { type PersonEvent, personEvents } from './sql/person-events'

/** An occurrence with the id it came under, and when it came in. */
export type KnownOccurrence = Occurrence & { member: string; receivedAt: number }

/** An id that is counted as a person, and since when; their own since ever. */
export type Member = { id: string; since: Date }

const ever = new Date(0)

/** By person the ids that are counted as them, their own first. */
export async function membersByPerson(
  workspace: WorkspaceId,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly Member[]>> {
  const merged = await peopleMembers({ workspace, ids: people.map(BigInt) })
  return new Map(
    people.map((id) => [id, [{ id, since: ever }, ...merged.filter(({ person }) => person === id)]]),
  )
}

type Behaviors = readonly EngagementDocument['behaviors'][number][]

const matchersOf = (behaviors: Behaviors) => behaviors.flatMap(({ match }) => match.any)

/** What the behaviors of models ask of events: which, and whether with what was sent. */
function asked(documents: readonly EngagementDocument[]) {
  const behaviors = documents.flatMap((document) => document.behaviors.filter(({ enabled }) => enabled))
  const namesOf = (some: Behaviors) => [...new Set(matchersOf(some).map(({ event }) => event))]
  const names = namesOf(behaviors)
  const firstOnes = behaviors.filter(({ measure }) => measure.type === 'first')
  const firsts = namesOf(firstOnes)
  return {
    names: names.includes('*') ? [] : names,
    firsts: firsts.includes('*') ? [] : firsts,
    shape: {
      ever: firstOnes.length > 0,
      properties:
        behaviors.some(({ measure }) => measure.type === 'sum') ||
        matchersOf(behaviors).some(({ where }) => where.length > 0),
    },
  }
}

function occurrenceOf({ person, properties, ...event }: PersonEvent): KnownOccurrence {
  const sent = properties === '' ? undefined : (JSON.parse(properties) as Record<string, unknown>)
  return { ...event, member: person, activity: true, properties: sent }
}

type Question = {
  workspace: WorkspaceId
  timeZone: string
  ids: readonly string[]
  documents: readonly EngagementDocument[]
  /** Milliseconds since 1970 UTC: the start of the earliest window, and the end of the latest. */
  from: number
  until: number
}

/**
 * The activity of ids that enabled behaviors of the models may count in `[from, until)`, in one question, as the core
 * takes it. Where a behavior asks for somebody's first, its events from before are there too.
 */
export async function readOccurrences(question: Question): Promise<readonly KnownOccurrence[]> {
  const { workspace, timeZone, ids, documents, from, until } = question
  const { names, firsts, shape } = asked(documents)
  if (ids.length === 0) return []
  const rows = await personEvents(shape)({
    workspace,
    ids: ids.map(BigInt),
    zone: timeZone,
    from: new Date(from),
    until: new Date(until),
    names,
    firsts,
  })
  return rows.map(occurrenceOf)
}

/** The ids that a run counted as one row, by its beginning. A row under a former id holds what came under that id. */
export function idsKnown(row: string, members: readonly Member[], started: Date): ReadonlySet<string> {
  if (members[0]?.id !== row) return new Set([row])
  return new Set(members.filter(({ since }) => since <= started).map(({ id }) => id))
}

/** What a run that began then knew of a row: what had come in under the ids counted as it. */
export function knownAtStart(
  occurrences: readonly KnownOccurrence[],
  row: string,
  members: readonly Member[],
  started: Date,
): readonly KnownOccurrence[] {
  const counted = idsKnown(row, members, started)
  return occurrences.filter(({ member, receivedAt }) => counted.has(member) && receivedAt < started.getTime())
}
