import { AppError } from './errors'
import { log } from './log'

/** Runs a handler and answers JSON: its result, an AppError as it is, or 500 for a bug, which is logged and leaks nothing. */
export async function respond(handler: () => Promise<unknown>): Promise<Response> {
  try {
    const result = await handler()
    return result instanceof Response
      ? result
      : Response.json(result, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return errorResponse(error)
  }
}

export function errorResponse(error: unknown): Response {
  if (error instanceof AppError) return Response.json(error.toBody(), { status: error.status })
  if (isGone(error)) return new Response(null, { status: 400 })
  log().error({ err: error }, 'a request failed')
  const body = {
    error: { code: 'internal', message: 'Something went wrong on our side. It has been logged.' },
  }
  return Response.json(body, { status: 500 })
}

/** The caller went away while the request was read; nobody waits for the answer. */
const isGone = (error: unknown) =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'ECONNRESET'

/** The JSON body of a request. Throws AppError `bad_request` when it is not JSON, `too_large` above `limit` bytes. */
export async function jsonBody(request: Request, limit = 1_000_000): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  const text = await request.text()
  if (Buffer.byteLength(text) > limit) throw tooLarge(limit)
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('bad_request', 'The body is not JSON.')
  }
}

const tooLarge = (limit: number) => new AppError('too_large', `The body is larger than ${limit} bytes.`)
