import { keyContext } from '@/lib/auth/key-context'
import { AppError } from '@/lib/server/errors'
import { jsonBody } from '@/lib/server/route'
import { publicRoutes } from './public-routes'
import { matchPath } from './route-table'

/** Answers one call of the public API. Throws AppError `unauthorized` before it says whether a path exists. */
export async function answerCall(request: Request): Promise<unknown> {
  const context = await keyContext(request)
  const url = new URL(request.url)
  const path = url.pathname.replace(/^\/api\/v1/, '').replace(/\/$/, '')
  const method = request.method === 'HEAD' ? 'GET' : request.method
  let methods: string[] = []
  for (const route of publicRoutes) {
    const params = matchPath(route.path, path)
    if (!params) continue
    if (route.method !== method) {
      methods = [...methods, route.method]
      continue
    }
    const reads = method === 'GET' || route.body === 'file'
    const body = reads ? {} : await jsonBody(request)
    const query = Object.fromEntries(url.searchParams)
    return route.handle(context, { params, query, body, headers: request.headers, request })
  }
  if (methods.length > 0) throw new AppError('not_found', `${path} answers ${methods.join(', ')} only.`)
  throw new AppError('not_found', `There is no ${path || '/'} in this API.`)
}
