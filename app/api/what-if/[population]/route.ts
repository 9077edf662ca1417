import { signedInContext } from '@/lib/auth/context'
import { respond } from '@/lib/server/route'
import { previewColumns } from '@/lib/what-if/operations'

export const dynamic = 'force-dynamic'

/**
 * GET /api/what-if/<population>?workspace=<slug>&model=<id>&live=1: columns for previews in the browser, in the format
 * of lib/what-if/columns-format.
 */
export function GET(
  request: Request,
  { params }: { params: Promise<{ population: string }> },
): Promise<Response> {
  return respond(async () => {
    const query = new URL(request.url).searchParams
    const context = await signedInContext(query.get('workspace') ?? '')
    const { encode } = await previewColumns(context, {
      id: query.get('model') ?? '',
      population: (await params).population,
      live: query.get('live') === '1',
    })
    return new Response(encode(), {
      headers: { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' },
    })
  })
}
