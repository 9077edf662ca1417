import { z } from 'zod'
import { documentSchema } from '@/lib/engagement/schema'
import * as models from '@/lib/models/operations'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import type { Call } from './route-table'

const withTag = (body: unknown, etag: string, status = 200) =>
  Response.json(body, { status, headers: { etag: `"${etag}"`, 'cache-control': 'no-store' } })

/** The body is the document, so whatever is wrong in it stands at a path of its own, not below `document`. */
export async function ofDocument<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof AppError) || error.path?.[0] !== 'document') throw error
    throw new AppError(error.code, error.message.replace(/^document\W*/, ''), error.path.slice(1))
  }
}

/** What POST /models answers; the ETag stands in the header. */
export const postedModel = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  name: z.string(),
  /** Nothing is published yet. */
  version: z.null(),
  draft: documentSchema,
})

/** POST /models: the body is the document itself; it becomes the draft of a new model. */
export async function postModel(context: Context, { body }: Call): Promise<Response> {
  const document = body as Record<string, unknown>
  const { etag, ...model } = await ofDocument(models.createModel(context, { document }))
  return withTag(model, etag)
}

/** GET /models/{id}/draft: the document as it is edited, with its ETag. */
export async function getDraft(context: Context, { params }: Call): Promise<Response> {
  const { document, etag } = await models.getDraft(context, { id: params.id ?? '' })
  return withTag(document, etag)
}

/** PUT /models/{id}/draft: wants `If-Match` with the ETag that was read. */
export async function putDraft(context: Context, { params, body, headers }: Call): Promise<Response> {
  const input = {
    id: params.id ?? '',
    document: body as Record<string, unknown>,
    ifMatch: headers.get('if-match') ?? undefined,
  }
  const { document, etag } = await ofDocument(models.putDraft(context, input))
  return withTag(document, etag)
}
