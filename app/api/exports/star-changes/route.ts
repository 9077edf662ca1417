import { starChangesFile } from '@/lib/api/star-changes-file'
import { signedInContext } from '@/lib/auth/context'
import { respond } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** GET /api/exports/star-changes?workspace=<slug>&model=<id>&direction=: whose stars the draft changes, as CSV. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const query = new URL(request.url).searchParams
    const context = await signedInContext(query.get('workspace') ?? '')
    return starChangesFile(context, query.get('model') ?? '', query.get('direction') ?? undefined)
  })
}
