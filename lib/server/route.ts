import { AppError } from './errors'
import { log } from './log'
import { readBody } from './read-body'

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

function errorResponse(error: unknown): Response {
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

const jsonLimit = 1024 * 1024

/**
 * The JSON body of a request, `{}` where there is none. Throws AppError `bad_request`, `too_large` above 1 MB, or
 * `invalid` for what is nested too deep.
 */
export async function jsonBody(request: Request): Promise<unknown> {
  const text = (await readBody(request, jsonLimit)).toString('utf8')
  if (text.trim() === '') return {}
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new AppError('bad_request', 'The body is not JSON.')
  }
  if (isDeeper(body, mostDepth)) {
    throw new AppError('invalid', `The body is nested more than ${mostDepth} deep.`)
  }
  return body
}

/** Far more than anything that is asked for has. */
const mostDepth = 64

/** Level by level, so that what is too deep for a recursion is only counted. */
function isDeeper(value: unknown, depth: number): boolean {
  let level = [value]
  for (let at = 0; at <= depth; at += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
    if (level.length === 0) return false
  }
  return true
}
