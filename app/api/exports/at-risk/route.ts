import { atRiskFile } from '@/lib/api/at-risk-file'
import { signedInContext } from '@/lib/auth/context'
import { respond } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** GET /api/exports/at-risk?workspace=<slug>&model=<id>: the people of a model's lowest tier as CSV. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const query = new URL(request.url).searchParams
    const context = await signedInContext(query.get('workspace') ?? '')
    return atRiskFile(context, query.get('model') ?? '')
  })
}
