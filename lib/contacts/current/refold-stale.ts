import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { workspaceTimes } from '@/lib/engagement/data'
import { observedUntil } from '@/lib/engagement/observed-until'
import { type WorkspaceLock, withWorkspaceLock } from '@/lib/ingest/workspace-lock'
import { refoldEverybody } from './refold-everybody'
import { peopleAtOnce, refoldPeople } from './refold-people'
import { causesSince, staleIds, wereIdentitiesChanged } from './sql/stale-people'
import { type VersionInUse, mappedNames, versionsInUse } from './versions-in-use'

/** From so many people on everybody is rated again: a statement for a range of people is cheaper than many for some. */
const MANY = 20_000

const tagged = { lane: 'jobs', tag: 'refold-stale' } as const

/** Since when ratings may be older than the events; null when they are not. */
async function staleSince(lock: WorkspaceLock, workspaceId: WorkspaceId): Promise<Date | null> {
  const { rows } = await lock.query<{ refoldSince: Date | null }>(
    `SELECT "refoldSince" FROM "Workspace" WHERE id = $1::uuid`,
    [workspaceId],
  )
  return rows[0]?.refoldSince ?? null
}

/**
 * Rates again everybody of whom something came in since `Workspace.refoldSince`, and takes that back: what follows an
 * import, which does not rate batch by batch, and makes up for what a writer could not. May be called twice, and where
 * nothing is to do. Where writes left something again meanwhile it stays marked.
 */
export async function refoldStale(workspaceId: WorkspaceId, now: Date = new Date()): Promise<void> {
  const begun = await withWorkspaceLock(workspaceId, async (lock) => {
    const since = await staleSince(lock, workspaceId)
    return since && { since, versions: await versionsInUse(lock, workspaceId) }
  })
  if (!begun) return
  const { since, versions } = begun
  if (versions.length > 0) await refoldSince(workspaceId, since, versions, now)
  await withWorkspaceLock(workspaceId, (lock) =>
    lock.query(
      `UPDATE "Workspace" SET "refoldSince" = NULL WHERE id = $1::uuid AND "refoldSince" = $2::timestamptz`,
      [workspaceId, since.toISOString()],
    ),
  )
}

async function refoldSince(
  workspaceId: WorkspaceId,
  since: Date,
  versions: readonly VersionInUse[],
  now: Date,
): Promise<void> {
  const mapped = mappedNames(versions)
  const anyKind = versions.some(({ document }) => document.clock.type === 'time')
  const asked = { workspace: workspaceId, since, mapped }
  const [changes] = await wereIdentitiesChanged({ workspace: workspaceId, since }, tagged)
  const ids = changes?.changed
    ? null
    : (await staleIds({ ...asked, anyKind, limit: MANY + 1 }, tagged)).map(({ id }) => id)
  if (ids === null || ids.length > MANY) return refoldEverybody(workspaceId, { cause: 'action', since }, now)

  const asOf = observedUntil(await workspaceTimes(workspaceId), now)
  for (let from = 0; from < ids.length; from += peopleAtOnce) {
    const some = ids.slice(from, from + peopleAtOnce)
    const found = await causesSince({ ...asked, ids: some.map(BigInt) }, tagged)
    const causes = new Map(found.map((event) => [event.id, event]))
    await withWorkspaceLock(workspaceId, () =>
      refoldPeople({ workspace: workspaceId, versions, asOf, causes, otherwise: 'merge' }, some, tagged),
    )
  }
}
