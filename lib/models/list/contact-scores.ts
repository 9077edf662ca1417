import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { ratedBy } from '@/lib/contacts/contact-models'
import type { ModelToList } from './data'
import type { ListedModel } from './schema'
import { starCounts } from './star-counts'

/** What a model has scored. */
export type Scores = Pick<ListedModel, 'n' | 'asOf' | 'scoredVersion' | 'tiers' | 'stars'>

export const noScores: Scores = { n: null, asOf: null, scoredVersion: null, tiers: [], stars: null }

/** By id of a contact model in use: its contacts by stars now. One whose ratings are not complete has none. */
export async function contactScores(
  workspaceId: WorkspaceId,
  models: readonly Pick<ModelToList, 'id' | 'kind' | 'archivedAt'>[],
  now: Date,
): Promise<ReadonlyMap<string, Scores>> {
  const contactModels = models.filter(({ kind, archivedAt }) => kind === 'contact' && !archivedAt)
  const found = await Promise.all(contactModels.map(({ id }) => ratedBy(workspaceId, id, now)))
  const rated = found.flatMap((one) => (one && !one.rebuilding ? [one] : []))
  if (rated.length === 0) return new Map()
  const versions = rated.map(({ versionId }) => versionId)
  const counts = await starCounts({ workspace: workspaceId, versions })
  return new Map(
    rated.map(({ modelId, versionId, version, asOf }) => {
      const own = counts.filter((one) => one.version === versionId)
      const stars = [1, 2, 3, 4, 5].map((star) => own.find((one) => one.stars === star)?.contacts ?? 0)
      const n = stars.reduce((sum, contacts) => sum + contacts, 0)
      return [modelId, { n, asOf, scoredVersion: version, tiers: [], stars }]
    }),
  )
}
