import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import type { AnyOperation } from '@/lib/server/operation'

/** What a call brought: path parameters, query, JSON body (`{}` without one), headers. */
export type Call = {
  params: Record<string, string>
  query: Record<string, string>
  body: unknown
  headers: Headers
  request: Request
}

export type PublicRoute = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/api/v1`, with `{name}` for parameters. */
  path: string
  /** The operation behind it; for the reference and for the tests of rights. */
  operation: AnyOperation
  /** Answers JSON, or a Response of its own. */
  handle: (context: Context, call: Call) => Promise<unknown>
  /** The body is a file and is not read as JSON. */
  rawBody?: boolean
}

/** A route that is just its operation: the input is made of parameters, query and body, or by `input`. */
export function route(
  method: PublicRoute['method'],
  path: string,
  operation: AnyOperation,
  input: (call: Call) => unknown = ({ params, query }) => ({ ...query, ...params }),
): PublicRoute {
  return { method, path, operation, handle: (context, call) => operation(context, input(call) as never) }
}

/** The parameters of `path` when it matches `pattern`, else null. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const want = pattern.split('/')
  const have = path.split('/')
  if (want.length !== have.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of want.entries()) {
    const value = have[index] ?? ''
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name) params[name] = decoded(value)
    else if (part !== value) return null
  }
  return params
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new AppError('bad_request', 'The address is not properly escaped.')
  }
}

/** The input of a call with a JSON object as body: its fields, and the parameters of the path. */
export function withBody({ params, body }: Call): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new AppError('bad_request', 'The body is not a JSON object.')
  }
  const twice = Object.keys(params).find((name) => name in body)
  if (twice) throw new AppError('invalid', `${twice}: this stands in the address already.`, [twice])
  return { ...body, ...params }
}
