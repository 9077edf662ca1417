import { z } from 'zod'
import { findProviderSource, type ProviderSource, recordDelivery } from '@/lib/sources/providers/data'
import { env } from '@/lib/server/env'
import { AppError } from '@/lib/server/errors'
import { readBody } from '@/lib/server/read-body'
import { respond } from '@/lib/server/route'
import { providerOf } from './esp/providers'
import { type DeliveryReceipt, type DeliveryWays, receiveProviderDelivery } from './receive-provider-delivery'
import { withStores } from './store-away'

/** Providers gather hundreds of events; none sends more than this at once. */
const maxDeliveryBytes = 2 * 1024 * 1024

const statusOf: Record<DeliveryReceipt['outcome'], number> = {
  ok: 200,
  challenge: 200,
  signature: 401,
  stale: 401,
  malformed: 400,
}

/** In seconds. */
const retryAfter: Partial<Record<string, string>> = { busy: '2', unavailable: '5' }

/** `POST /api/webhooks/esp/<provider>/<source id>`; GET and HEAD for what some ask at set-up. */
export async function handleDelivery(
  request: Request,
  { provider, source: sourceId }: { provider: string; source: string },
  ways?: DeliveryWays,
  receivedAt = new Date(),
): Promise<Response> {
  const response = await respond(async () => {
    try {
      const source = await sourceAt(provider, sourceId)
      const { method, headers } = request
      const rawBody = await bodyOf(request, source, receivedAt)
      const sent = { method, url: publicUrl(request), headers, rawBody }
      const receipt = await receiveProviderDelivery(source, sent, receivedAt, ways)
      return answerTo(receipt)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const retry = retryAfter[error.code]
      if (retry === undefined) throw error
      return Response.json(error.toBody(), { status: error.status, headers: { 'retry-after': retry } })
    }
  })
  return request.method === 'HEAD' ? new Response(null, response) : response
}

function answerTo({ outcome, message, ...counts }: DeliveryReceipt): Response {
  const status = statusOf[outcome]
  if (outcome === 'ok') return Response.json({ success: true, ...counts })
  if (outcome === 'challenge') return Response.json({ success: true, message })
  return Response.json({ error: { code: outcome, message } }, { status })
}

/** Throws `not_found` for what is not connected, no longer, or under another provider's name. */
async function sourceAt(word: string, id: string): Promise<ProviderSource> {
  const provider = providerOf(word)
  const isId = z.uuid().safeParse(id).success
  const source =
    provider && isId
      ? await withStores('a provider could not be looked up', () => findProviderSource(id.toLowerCase()))
      : null
  if (source?.provider !== provider || !source)
    throw new AppError('not_found', 'There is nothing at this address.')
  return source
}

/** One that is too large is written down before it is refused: whoever looks for what is missing finds it. */
async function bodyOf(request: Request, { id: sourceId }: ProviderSource, receivedAt: Date): Promise<Buffer> {
  try {
    return await readBody(request, maxDeliveryBytes)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { message } = error
    await withStores('a delivery could not be written down', () =>
      recordDelivery({ sourceId, receivedAt, outcome: 'malformed', message }),
    )
    throw error
  }
}

/** The address as the provider has it: the configured origin, never what the request says of its host. */
function publicUrl(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return new URL(pathname + search, env().GRAVITAS_ORIGIN).href
}
