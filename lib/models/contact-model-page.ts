import { knownModel } from '@/lib/engagement/known'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { checkedContactDocument } from './checked-document'
import { getDraft } from './operations'
import { publishedContactDocument } from './published-document'

/**
 * What the page of a contact model opens with: its draft with every default filled, and what is published. Throws
 * AppError `not_found` where there is no such model, `conflict` where it is an engagement model.
 */
export async function contactModelPage(context: Context, id: string) {
  const [draft, model] = await Promise.all([getDraft(context, { id }), knownModel(context, id)])
  if (model.kind !== 'contact') throw new AppError('conflict', 'This is an engagement model.')
  const [live] = model.versions
  return {
    model: { id, name: model.name, archivedAt: model.archivedAt },
    draft: { ...draft, document: checkedContactDocument(draft.document) },
    live: live
      ? {
          version: live.number,
          document: publishedContactDocument(live),
          publishedAt: live.publishedAt,
          publishedBy: live.publishedBy,
        }
      : null,
  }
}

export type ContactModelPage = Awaited<ReturnType<typeof contactModelPage>>
