import { signedInContext } from '@/lib/auth/context'
import { starColumns } from '@/lib/contacts/what-if/operations'
import { respond } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/**
 * GET /api/what-if/contacts?workspace=<slug>&model=<id>&mapping=<pairs of event and action>: everybody's actions for
 * previews in the browser, in the format of lib/contacts/what-if/star-columns-format.
 */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const query = new URL(request.url).searchParams
    const context = await signedInContext(query.get('workspace') ?? '')
    const { encode } = await starColumns(context, {
      id: query.get('model') ?? '',
      mapping: query.get('mapping') ?? '[]',
    })
    return new Response(encode(), {
      headers: { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' },
    })
  })
}
