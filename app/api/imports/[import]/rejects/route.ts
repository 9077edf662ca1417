import { getRejects } from '@/lib/api/import-routes'
import { signedInContext } from '@/lib/auth/context'
import { respond } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** GET /api/imports/<id>/rejects?workspace=<slug>: the refused rows of an import as CSV, for the page. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ import: string }> },
): Promise<Response> {
  return respond(async () => {
    const context = await signedInContext(new URL(request.url).searchParams.get('workspace') ?? '')
    const call = {
      params: { id: (await params).import },
      query: {},
      body: {},
      headers: request.headers,
      request,
    }
    return getRejects(context, call)
  })
}
