import type { WorkspaceId } from '@/lib/auth/workspace-id'
import type { Tagged } from '@/lib/engagement/sql/kill-run'
import { workspaceTimes } from '@/lib/engagement/data'
import { observedUntil } from '@/lib/engagement/observed-until'
import type { PersonId } from '@/lib/ingest/identity'
import type { IdentityMove } from '@/lib/ingest/identity-store'
import type { IncomingEvent } from '@/lib/ingest/incoming-event'
import type { WorkspaceLock } from '@/lib/ingest/workspace-lock'
import { log } from '@/lib/server/log'
import { peopleAtOnce, refoldPeople } from './refold-people'
import { ratedAmong } from './sql/insert-ratings'
import { resolvedPeople } from './sql/resolved-people'
import { touchedPeople } from './touched-people'
import { type VersionInUse, versionsInUse } from './versions-in-use'

export { refoldStale } from './refold-stale'

/** A writer waits no longer than this for ratings; what is left is made up for. */
const PATIENCE_MS = 8000

/** The ratings that a write has to follow, from its mark on. */
export type Refolding = {
  versions: readonly VersionInUse[]
  /** `Workspace.refoldSince` as it was: what others have left. */
  left: Date | null
}

/**
 * Says, durably, that ratings may be older than the events from now on. Every mark makes `refoldSince` a little
 * earlier: whoever refolds sees by it whether a write that did not was there meanwhile. Null where no contact model is
 * published.
 *
 * @param since no later than any received_at of the write
 */
export async function beginRefold(
  lock: WorkspaceLock,
  workspaceId: WorkspaceId,
  since: Date,
): Promise<Refolding | null> {
  const versions = await versionsInUse(lock, workspaceId)
  if (versions.length === 0) return null
  const { rows } = await lock.query<{ left: Date | null }>(
    `UPDATE "Workspace" w
     SET "refoldSince" = least(w."refoldSince" - interval '1 millisecond', now(), $2::timestamptz)
     FROM (SELECT id, "refoldSince" AS "left" FROM "Workspace" WHERE id = $1::uuid) AS before
     WHERE w.id = before.id
     RETURNING before."left"`,
    [workspaceId, since.toISOString()],
  )
  return { versions, left: rows[0]?.left ?? null }
}

type Written = {
  events: readonly IncomingEvent[]
  moves: readonly IdentityMove[]
  hash: (identity: string) => PersonId
  asOf: Date
}

/**
 * Rates whoever a write touches again and takes its mark back. The caller holds the lock and has stored the events.
 * Throws nothing: what fails stays marked, and is made up for (`refoldStale`).
 */
export async function refoldWritten(
  lock: WorkspaceLock,
  workspaceId: WorkspaceId,
  { versions, left }: Refolding,
  { events, moves, hash, asOf }: Written,
): Promise<void> {
  try {
    const { ids, ifRated, causes } = touchedPeople(events, moves, versions, hash)
    const signal = AbortSignal.any([lock.signal, AbortSignal.timeout(PATIENCE_MS)])
    const tagged = { lane: 'ingest', tag: 'refold', signal } as const
    const refold = { workspace: workspaceId, versions, asOf, causes, otherwise: 'merge' } as const
    const rated = await amongRated(workspaceId, versions, ifRated, tagged)
    await refoldPeople(refold, [...new Set([...ids, ...rated])], tagged)
    await lock.query(`UPDATE "Workspace" SET "refoldSince" = $2::timestamptz WHERE id = $1::uuid`, [
      workspaceId,
      left?.toISOString() ?? null,
    ])
  } catch (err) {
    log().error({ err, workspaceId }, 'contacts could not be rated with their actions; they are made up for')
  }
}

/**
 * The groups in which anybody is rated, flat: most people who are merged get no mail. All of them while everybody is
 * being rated under a version, when it cannot be told.
 */
async function amongRated(
  workspace: WorkspaceId,
  versions: readonly VersionInUse[],
  groups: readonly (readonly PersonId[])[],
  tagged: Tagged,
): Promise<PersonId[]> {
  const ids = [...new Set(groups.flat())]
  if (ids.length === 0 || versions.some(({ complete }) => !complete)) return ids
  const asked = versions.map(({ versionId }) => versionId)
  const rated = new Set<PersonId>()
  for (let from = 0; from < ids.length; from += peopleAtOnce) {
    const some = ids.slice(from, from + peopleAtOnce)
    // The person of an id may be rated where the id itself is not.
    const { personOf } = await resolvedPeople(workspace, some, tagged)
    const persons = [...new Set(some.flatMap((id) => [id, personOf(id)]))]
    const found = await ratedAmong({ workspace, versions: asked, ids: persons.map(BigInt) }, tagged)
    const known = new Set(found.map(({ id }) => id))
    for (const id of some) if (known.has(id) || known.has(personOf(id))) rated.add(id)
  }
  return groups.filter((group) => group.some((id) => rated.has(id))).flat()
}

/**
 * Does what moves people between persons by hand, and rates whoever that concerns again; answers who is counted as whom.
 * The caller holds the lock. `at` is no later than the changes are stored with.
 */
export async function refoldMoved(
  lock: WorkspaceLock,
  workspaceId: WorkspaceId,
  at: Date,
  move: () => Promise<{ people: Map<PersonId, PersonId>; moves: IdentityMove[] }>,
): Promise<Map<PersonId, PersonId>> {
  const refolding = await beginRefold(lock, workspaceId, at)
  const { people, moves } = await move()
  if (refolding) {
    const asOf = observedUntil(await workspaceTimes(workspaceId), new Date())
    await refoldWritten(lock, workspaceId, refolding, { events: [], moves, hash: (id) => id, asOf })
  }
  return people
}
