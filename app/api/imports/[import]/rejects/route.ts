import { getRejects } from '@/lib/api/import-routes'
import { userContext } from '@/lib/auth/context'
import { AppError } from '@/lib/server/errors'
import { respond } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** GET /api/imports/<id>/rejects?workspace=<slug>: the refused rows of an import as CSV, for the page. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ import: string }> },
): Promise<Response> {
  return respond(async () => {
    const context = await userContext(new URL(request.url).searchParams.get('workspace') ?? '')
    if (!context) throw new AppError('unauthorized', 'You are signed out. Sign in again.')
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
