import { checkedDocument } from '@/lib/engagement/checked-document'
import { documentOf } from '@/lib/engagement/data'
import { engagementModel } from '@/lib/engagement/known'
import type { Context } from '@/lib/server/context'
import { getDraft } from './operations'

/**
 * What the page of an engagement model opens with: its draft with every default filled, and what is published. Throws
 * AppError `not_found` where there is no such model, `conflict` where it is a contact model.
 */
export async function modelPage(context: Context, id: string) {
  const [draft, model] = await Promise.all([getDraft(context, { id }), engagementModel(context, id)])
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
