import { signedInContext } from '@/lib/auth/context'
import { addUpload } from '@/lib/imports/operations'
import { receiveUpload } from '@/lib/imports/receive-upload'
import { can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { respond } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** POST /api/uploads?workspace=<slug>&fileName=<name>: a file from the page, as the body; answers the import it became. */
export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const query = new URL(request.url).searchParams
    const context = await signedInContext(query.get('workspace') ?? '')
    if (!can(context, 'imports:write'))
      throw new AppError('forbidden', 'Your role does not include importing.')
    return addUpload(context, await receiveUpload(request, (query.get('fileName') ?? 'upload').slice(0, 255)))
  })
}
