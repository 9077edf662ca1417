import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { workspaceTimes } from '@/lib/engagement/data'
import { observedUntil } from '@/lib/engagement/observed-until'
import { personRanges } from '@/lib/engagement/sql/person-ranges'
import { withWorkspaceLock } from '@/lib/ingest/workspace-lock'
import { beginRange } from './sql/begin-range'
import { contactFacts } from './sql/contact-facts'
import { insertGone, insertRatings } from './sql/insert-ratings'
import { insertChangesOfRange, type OtherCause } from './sql/rating-changes'
import { type VersionInUse, mappedNames, versionsInUse } from './versions-in-use'

type Why =
  | { cause: Exclude<OtherCause, 'model'> }
  /** Actions that came in since; of whom there are none it was a merge. */
  | { cause: 'action'; since: Date }

const tagged = { lane: 'jobs', tag: 'refold-everybody' } as const

/**
 * Rates everybody again under every version in use and notes whose stars that changed, and why. Writers wait while a
 * range of people is at work, so that nothing is told twice.
 *
 * @param only which of the versions; default all
 */
export async function refoldEverybody(
  workspaceId: WorkspaceId,
  why: Why,
  now: Date,
  only: (version: VersionInUse) => boolean = () => true,
): Promise<void> {
  const versions = await withWorkspaceLock(workspaceId, (lock) => versionsInUse(lock, workspaceId))
  const asOf = observedUntil(await workspaceTimes(workspaceId), now)
  for (const version of versions.filter(only)) await refoldVersion(workspaceId, version, why, asOf)
}

async function refoldVersion(
  workspaceId: WorkspaceId,
  { modelId, versionId, document, complete }: VersionInUse,
  why: Why,
  asOf: Date,
): Promise<void> {
  const workspace = workspaceId
  const [facts] = await contactFacts({ workspace, mapped: mappedNames([{ document }]) }, tagged)
  if (!facts) return
  for (const range of personRanges(facts.actions)) {
    await withWorkspaceLock(workspaceId, async () => {
      const { foldedAt, hasMerges } = await beginRange(workspace, tagged)
      const scope = { rangeFrom: range.from, rangeTo: range.to }
      const rated = { workspace, versionId, scope, asOf, foldedAt }
      await insertRatings({ ...rated, document, hasMerges, compared: true }, tagged)
      await insertGone(rated, foldedAt, tagged)
      if (!complete) return
      const changed = { workspace, modelId, versionId, foldedAt }
      const actions = why.cause === 'action' ? { since: why.since, document, hasMerges } : null
      const otherwise = why.cause === 'action' ? 'merge' : why.cause
      await insertChangesOfRange({ ...changed, otherwise }, range, actions, tagged)
    })
  }
}
