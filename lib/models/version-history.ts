import { listVersions } from '@/lib/engagement/data'
import { newestRebuilds, newestScores } from './data'
import { documentChanges } from './document-changes'
import { publishedDocument } from './published-document'
import type { VersionHistory } from './schema'

/** Every version of a model, the newest first, with what it changed and whom it has scored. */
export async function versionHistory({
  id,
  kind,
}: {
  id: string
  kind: string
}): Promise<VersionHistory['items']> {
  const scored = kind === 'contact' ? newestRebuilds : newestScores
  const [versions, scores] = await Promise.all([listVersions(id), scored(id)])
  return versions.map((version, index) => {
    const { number, note, publishedAt, publishedBy, referenceAsOf } = version
    const before = versions[index + 1]
    const changes = before ? documentChanges(publishedDocument(before), publishedDocument(version)) : []
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
