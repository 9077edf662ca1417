import { apply } from 'json-merge-patch'
import { checkedDocument } from '@/lib/engagement/checked-document'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'

type Asked = { document?: unknown; change?: unknown }

/**
 * The document that is previewed: the one given, or the draft with a merge patch (RFC 7396) applied, or the draft.
 * Throws AppError `invalid` with the path of the first problem.
 */
export function askedDocument(draft: unknown, { document, change }: Asked): EngagementDocument {
  if (document) return checkedDocument(document)
  // The patch is applied in place.
  return checkedDocument(change ? apply(structuredClone(draft), change) : draft)
}
