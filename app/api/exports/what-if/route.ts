import { changesFile } from '@/lib/api/changes-file'
import { signedInContext } from '@/lib/auth/context'
import { respond } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** GET /api/exports/what-if?workspace=<slug>&model=<id>&direction=: everybody who changes tier under the draft, as CSV. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const query = new URL(request.url).searchParams
    const context = await signedInContext(query.get('workspace') ?? '')
    return changesFile(context, query.get('model') ?? '', query.get('direction') ?? undefined)
  })
}
