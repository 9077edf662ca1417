import type { IncomingEvent } from '@/lib/ingest/incoming-event'
import { type PersonId, identitiesOf } from '@/lib/ingest/identity'
import type { IdentityMove } from '@/lib/ingest/identity-store'
import type { CausingEvent } from './refold-people'
import { type VersionInUse, mappedNames } from './versions-in-use'

export type Touched = {
  /** Whose ratings the events change, as the events came with them. */
  ids: ReadonlySet<PersonId>
  /** Whose ratings change if any of a group is rated. */
  ifRated: readonly (readonly PersonId[])[]
  /** By id the newest event that is an action. */
  causes: ReadonlyMap<PersonId, CausingEvent>
}

/**
 * Whose rating events and merges may change: who did an action, and, of contacts, who was moved and is left. Under the
 * time clock an implied subscription is as old as the first event of any kind, so then everybody the events are of.
 */
export function touchedPeople(
  events: readonly IncomingEvent[],
  moves: readonly IdentityMove[],
  versions: readonly VersionInUse[],
  hash: (identity: string) => PersonId,
): Touched {
  const mapped = new Set(mappedNames(versions))
  const anyKind = versions.some(({ document }) => document.clock.type === 'time')
  const ids = new Set<PersonId>()
  const others = new Set<PersonId>()
  const causes = new Map<PersonId, CausingEvent>()
  for (const { event } of events) {
    const isAction = event.kind === 'action' || (event.kind === 'track' && mapped.has(event.name))
    if (!isAction && !anyKind) continue
    const [identity] = identitiesOf(event)
    if (!identity) continue
    const id = hash(identity)
    if (isAction) ids.add(id)
    else others.add(id)
    const known = causes.get(id)
    const { kind, name, eventId, occurredAt: at } = event
    if (isAction && (!known || isLater({ at, eventId }, known))) causes.set(id, { kind, name, eventId, at })
  }
  const ifRated = [...moves.map(({ id, from, to }) => [id, from, to]), ...[...others].map((id) => [id])]
  return { ids, ifRated, causes }
}

const isLater = (one: Pick<CausingEvent, 'at' | 'eventId'>, other: Pick<CausingEvent, 'at' | 'eventId'>) =>
  one.at.getTime() > other.at.getTime() ||
  (one.at.getTime() === other.at.getTime() && one.eventId > other.eventId)
