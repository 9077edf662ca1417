import type { z } from 'zod'
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

/** Where the fields of an input stand beside those in the path. */
export type Place = 'query' | 'body' | 'path'

export type PublicRoute = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/api/v1`, with `{name}` for parameters. */
  path: string
  /** The operation behind it; for the reference and for the tests of rights. */
  operation: AnyOperation
  /** One line for the reference. */
  does: string
  /** Answers JSON, or a Response of its own. */
  handle: (context: Context, call: Call) => Promise<unknown>
  place: Place
  /** The fields where they are not just those of the operation's input. */
  fields?: z.ZodType
  /**
   * What the body is where it is not fields of the input: a model document, either of the two, or a file that is not
   * read as JSON.
   */
  body?: 'document' | 'fields or document' | 'file'
  /** What is answered where that is not the operation's output. */
  answers?: z.ZodType | 'csv' | 'document'
  /** A draft: answers its ETag, and to change it wants that as If-Match. */
  tagged?: boolean
}

/** How a route makes an operation's input of a call. */
export type InputReader = { place: Place; read: (call: Call) => unknown }

/** Fields of the query and of the path. */
export const fromQuery: InputReader = {
  place: 'query',
  read: ({ params, query }) => {
    refuseTwice(params, query)
    return { ...query, ...params }
  },
}

/** Fields of the path alone. */
export const fromPath: InputReader = { place: 'path', read: ({ params }) => params }

/** Fields of a JSON object in the body, and those of the path. */
export const withBody: InputReader = {
  place: 'body',
  read: ({ params, body }) => {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new AppError('bad_request', 'The body is not a JSON object.')
    }
    refuseTwice(params, body)
    return { ...body, ...params }
  },
}

function refuseTwice(params: Record<string, string>, given: object): void {
  const twice = Object.keys(params).find((name) => name in given)
  if (twice) throw new AppError('invalid', `${twice}: this stands in the address already.`, [twice])
}

/** A route that is just its operation. */
export function route(
  method: PublicRoute['method'],
  path: string,
  operation: AnyOperation,
  does: string,
  { place, read }: InputReader = fromQuery,
): PublicRoute {
  const handle = (context: Context, call: Call) => operation(context, read(call) as never)
  return { method, path, operation, does, place, handle }
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
