import { apply } from 'json-merge-patch'
import { accepted } from '@/lib/engagement/checked-document'
import { knownModel } from '@/lib/engagement/known'
import { type ContactDocument, parseContactDocument } from '@/lib/scoring/contacts/document'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'

type Asked = { document?: unknown; change?: unknown }

/**
 * The contact document that is previewed: the one given, or the draft with a merge patch (RFC 7396) applied, or the
 * draft. Throws AppError `invalid` with the path of the first problem.
 */
export function askedContactDocument(draft: unknown, { document, change }: Asked): ContactDocument {
  // The patch is applied in place.
  const wanted = document ?? (change ? apply(structuredClone(draft), change) : draft)
  return accepted(parseContactDocument(wanted))
}

/** A contact model of the workspace. Throws AppError `not_found`, or `conflict` for a model of another kind. */
export async function contactModel(context: Context, id: string) {
  const model = await knownModel(context, id)
  if (model.kind !== 'contact')
    throw new AppError('conflict', 'This is an engagement model: it rates nobody by what became of mail.')
  return model
}
