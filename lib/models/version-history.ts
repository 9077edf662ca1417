import { documentOf, listVersions } from '@/lib/engagement/data'
import { documentChanges } from '@/lib/scoring/engagement/document-changes'
import { newestScores } from './data'
import type { VersionHistory } from './schema'

/** Every version of a model, the newest first, with what it changed and whom it has scored. */
export async function versionHistory(modelId: string): Promise<VersionHistory['items']> {
  const [versions, scores] = await Promise.all([listVersions(modelId), newestScores(modelId)])
  return versions.map((version, index) => {
    const { number, note, publishedAt, publishedBy, referenceAsOf } = version
    const before = versions[index + 1]
    const changes = before ? documentChanges(documentOf(before), documentOf(version)) : []
    const newest = scores.get(version.id)
    return {
      version: number,
      live: index === 0,
      note,
      publishedAt,
      publishedBy,
      referenceAsOf,
      changes: changes.map(({ words }) => words),
      people: newest?.people ?? null,
      asOf: newest?.asOf ?? null,
    }
  })
}
