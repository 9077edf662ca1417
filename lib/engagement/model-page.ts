import type { Context } from '@/lib/server/context'
import { checkedDocument } from './checked-document'
import { documentOf } from './data'
import { knownModel } from './known'
import { getDraft } from './operations'

/**
 * What the page of a model opens with: its draft with every default filled, and what is published. Throws AppError
 * `not_found`.
 */
export async function modelPage(context: Context, id: string) {
  const [draft, model] = await Promise.all([getDraft(context, { id }), knownModel(context, id)])
  const [live] = model.versions
  return {
    model: { id, name: model.name, starter: model.starter, archivedAt: model.archivedAt },
    draft: { ...draft, document: checkedDocument(draft.document) },
    live: live
      ? {
          version: live.number,
          document: documentOf(live),
          publishedAt: live.publishedAt,
          publishedBy: live.publishedBy,
        }
      : null,
  }
}

export type ModelPage = Awaited<ReturnType<typeof modelPage>>
