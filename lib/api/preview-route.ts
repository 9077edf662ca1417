import type { Context } from '@/lib/server/context'
import * as whatIf from '@/lib/what-if/operations'
import { ofDocument } from './draft-routes'
import { type Call, withBody } from './route-table'

/** POST /models/{id}/preview: the body says what is previewed, or is itself the document (it has a `kind` then). */
export function postPreview(context: Context, call: Call): Promise<unknown> {
  const { params, body } = call
  if (typeof body === 'object' && body !== null && 'kind' in body) {
    const input = { id: params.id ?? '', document: body as Record<string, unknown> }
    return ofDocument(whatIf.previewModel(context, input))
  }
  return whatIf.previewModel(context, withBody.read(call) as never)
}
