import type { Tagged } from '@/lib/engagement/sql/kill-run'
import { noteChanges } from './note-changes'
import { FEW, rateFew } from './rate-few'
import { insertChanges, type Cause, type OtherCause } from './sql/rating-changes'
import { insertRatings } from './sql/insert-ratings'
import { resolvedPeople } from './sql/resolved-people'
import { actionOf, type VersionInUse } from './versions-in-use'

/** Persons of one statement: their ids stand in its address. */
export const peopleAtOnce = 2000

/** An event that may be an action, as what changed somebody's stars. */
export type CausingEvent = { kind: string; name: string; eventId: string; at: Date }

type Refold = {
  workspace: string
  versions: readonly VersionInUse[]
  asOf: Date
  /** By id as events came with it, decimal. */
  causes?: ReadonlyMap<string, CausingEvent>
  otherwise: OtherCause
}

/**
 * Rates people again under every version and notes whose stars that changed. The caller holds the workspace's lock, so
 * that what changed is told once.
 *
 * @param ids as events came with them or resolved, decimal; of merged ones the person is rated, and the id loses its
 *   stars
 */
export async function refoldPeople(
  { workspace, versions, asOf, causes = new Map(), otherwise }: Refold,
  ids: readonly string[],
  tagged: Tagged,
): Promise<void> {
  for (let from = 0; from < ids.length; from += peopleAtOnce) {
    const asked = ids.slice(from, from + peopleAtOnce)
    const { personOf, hasMerges, at: foldedAt } = await resolvedPeople(workspace, asked, tagged)
    const persons = [...new Set(asked.flatMap((id) => [id, personOf(id)]))]
    const few =
      persons.length <= FEW
        ? await rateFew({ workspace, versions, persons, asOf, foldedAt, hasMerges }, tagged)
        : null
    for (const { modelId, versionId, document, complete } of versions) {
      const rated = { workspace, versionId, document, scope: { persons }, asOf, foldedAt, hasMerges }
      if (!few) await insertRatings({ ...rated, compared: true }, tagged)
      if (!complete) continue
      const byPerson = new Map<string, Cause>()
      for (const id of asked) {
        const event = causes.get(id)
        const cause = event && actionOf(document, event)
        if (!event || !cause) continue
        const known = byPerson.get(personOf(id))
        if (known && isNewer(known, event)) continue
        byPerson.set(personOf(id), { cause, event: event.eventId, at: event.at })
      }
      const noted = { workspace, modelId, foldedAt, otherwise }
      if (!few) await insertChanges({ ...noted, versionId }, persons, byPerson, tagged)
      else {
        const ofVersion = few.filter(({ version_id }) => version_id === versionId)
        await noteChanges({ ...noted, causes: byPerson }, ofVersion, tagged)
      }
    }
  }
}

const isNewer = (one: Cause, other: CausingEvent) =>
  one.at.getTime() - other.at.getTime() > 0 ||
  (one.at.getTime() === other.at.getTime() && one.event > other.eventId)
