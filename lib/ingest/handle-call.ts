import { AppError } from '@/lib/server/errors'
import { log } from '@/lib/server/log'
import { cachedWriteKey } from './cached-write-key'
import { segmentBody } from './posthog-spec/segment-body'
import { readBody } from '@/lib/server/read-body'
import { type Call, receive, receiveActions } from './receive'
import { browserSettings } from './segment-spec/browser-settings'
import { maxBodyBytes } from './segment-spec/limits'
import { withStores } from './store-away'

/** The calls of Segment's tracking API with the short paths of its browser library. */
const calls: Partial<Record<string, Call>> = {
  batch: 'batch',
  import: 'batch',
  b: 'batch',
  track: 'track',
  t: 'track',
  identify: 'identify',
  i: 'identify',
  group: 'group',
  g: 'group',
  page: 'page',
  p: 'page',
  screen: 'screen',
  s: 'screen',
  alias: 'alias',
  a: 'alias',
}

/** Any site may send: the write key is public, and no cookie counts here. */
const cors = { 'access-control-allow-origin': '*' }

const preflight = {
  ...cors,
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers':
    'content-type, content-encoding, authorization, x-write-key, x-retry-count, x-enable-debug',
  'access-control-max-age': '86400',
}

/** `POST /v1/<call>`: events come in; `contacts/actions`: what contacts did. */
export const handlePost = (request: Request, path: readonly string[]): Promise<Response> =>
  answering(async () => {
    const receivedAt = new Date()
    const name = path.join('/')
    const isActions = name === 'contacts/actions'
    const call = Object.hasOwn(calls, name) ? calls[name] : undefined
    if (!call && !isActions) throw notFound()
    const key = keyOf(request.headers)
    const body = await readBody(request, maxBodyBytes)
    const sent = { key, body, receivedAt }
    const receipt = call ? await receive({ call, ...sent }) : await receiveActions(sent)
    return Response.json(receipt, { headers: cors })
  })

/** `POST /batch/` and `/capture/` of PostHog. */
export const handlePostHog = (request: Request): Promise<Response> =>
  answering(async () => {
    const receivedAt = new Date()
    const body = await readBody(request, maxBodyBytes)
    const key = keyOf(request.headers)
    const receipt = await receive({ call: 'batch', key, body, receivedAt, translate: segmentBody })
    return Response.json(receipt, { headers: cors })
  })

/** `GET /v1/projects/<write key>/settings`: what Segment's browser library asks for first. */
export const handleGet = (request: Request, path: readonly string[]): Promise<Response> =>
  answering(async () => {
    const [projects, key, settings] = path
    if (projects !== 'projects' || settings !== 'settings' || key === undefined || path.length > 3)
      throw notFound()
    const source = await withStores('a write key could not be looked up', () => cachedWriteKey(key))
    if (!source) throw new AppError('not_found', 'There is no such write key.')
    return Response.json(browserSettings(key, originOf(request)), {
      headers: { ...cors, 'cache-control': 'public, max-age=60' },
    })
  })

export const handleOptions = (): Response => new Response(null, { status: 204, headers: preflight })

const notFound = () => new AppError('not_found', 'There is nothing at this address.')

/** The write key: user name of HTTP Basic, or `X-Write-Key`. */
function keyOf(headers: Headers): string | null {
  const [, credentials] = /^basic\s+(.+)$/i.exec(headers.get('authorization') ?? '') ?? []
  const basic =
    credentials === undefined ? '' : Buffer.from(credentials, 'base64').toString('utf8').split(':')[0]
  // Jitsu's clients put a secret behind the key, which nobody here knows.
  return basic?.trim() || headers.get('x-write-key')?.split(':')[0]?.trim() || null
}

/** How senders reach this server: the configured address, else the one this request was sent to. */
function originOf(request: Request): URL {
  if (process.env.GRAVITAS_ORIGIN) return new URL(process.env.GRAVITAS_ORIGIN)
  const url = new URL(request.url)
  const protocol = request.headers.get('x-forwarded-proto') ?? url.protocol.replace(':', '')
  return new URL(`${protocol}://${request.headers.get('host') ?? url.host}`)
}

async function answering(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AppError)) {
      log().error({ err: error }, 'an ingest request failed')
      const body = { error: { code: 'internal', message: 'Something went wrong here.' } }
      return Response.json(body, { status: 500, headers: cors })
    }
    const retry = error.code === 'busy' ? '2' : error.code === 'unavailable' ? '5' : undefined
    return Response.json(error.toBody(), {
      status: error.status,
      headers: { ...cors, ...(retry && { 'retry-after': retry }) },
    })
  }
}
