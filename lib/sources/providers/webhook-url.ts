import type { Provider } from '@/lib/ingest/esp/providers'
import { env } from '@/lib/server/env'

/** Where a provider delivers to, as it reaches this installation; some sign this address. */
export function webhookUrl(provider: Provider, id: string, secret?: string): string {
  const url = new URL(`/api/webhooks/esp/${provider}/${id}`, env().GRAVITAS_ORIGIN)
  if (secret !== undefined) url.searchParams.set('secret', secret)
  return url.href
}
