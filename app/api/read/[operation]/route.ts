import { readOperations } from '@/lib/api/operations'
import { signedInContext } from '@/lib/auth/context'
import { AppError } from '@/lib/server/errors'
import { jsonBody, respond } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** POST /api/read/<operation>?workspace=<slug>: the operation's input as JSON, its output as JSON. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ operation: string }> },
): Promise<Response> {
  return respond(async () => {
    const operation = readOperations.get((await params).operation)
    if (!operation) throw new AppError('not_found', 'There is no such read.')
    const context = await signedInContext(new URL(request.url).searchParams.get('workspace') ?? '')
    return operation(context, (await jsonBody(request)) as never)
  })
}
