import { z } from 'zod'
import * as contacts from '@/lib/contacts/what-if/operations'
import { starsPreviewOutput } from '@/lib/contacts/what-if/schema'
import { knownModel } from '@/lib/engagement/known'
import type { Context } from '@/lib/server/context'
import * as whatIf from '@/lib/what-if/operations'
import { previewOutput } from '@/lib/what-if/schema'
import { ofDocument } from './draft-routes'
import { type Call, withBody } from './route-table'

/** What a preview answers: of an engagement model, or of a contact model. */
export const previewAnswer = z.union([previewOutput, starsPreviewOutput])

/** Throws AppError `not_found`. An id that is none is left to the operation to refuse. */
async function isContactModel(context: Context, id: string): Promise<boolean> {
  if (!z.uuid().safeParse(id).success) return false
  return (await knownModel(context, id)).kind === 'contact'
}

/** POST /models/{id}/preview: the body says what is previewed, or is itself the document (it has a `kind` then). */
export async function postPreview(context: Context, call: Call): Promise<unknown> {
  const { params, body } = call
  const id = params.id ?? ''
  const preview = (await isContactModel(context, id)) ? contacts.previewContactModel : whatIf.previewModel
  if (typeof body === 'object' && body !== null && 'kind' in body) {
    return ofDocument<unknown>(preview(context, { id, document: body as Record<string, unknown> }))
  }
  return preview(context, withBody.read(call) as never)
}
