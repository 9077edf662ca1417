import { hash } from 'node:crypto'
import type { ProviderEvent } from './adapter'

/**
 * The identity of a provider's event: `esp:<provider>:` and 128 bits of SHA-256 over provider, source, the provider's
 * id (the message where it has none), type, recipient and time, as providers use one id for several types; and the
 * link, as several may be followed within a second. The same delivery always gives the same ids.
 */
export function actionEventId(provider: string, sourceId: string, event: ProviderEvent): string {
  const { id, messageId, type, recipient, occurredAt, url } = event
  const address = recipient?.trim().toLowerCase() ?? null
  const parts = [provider, sourceId, id ?? messageId, type, address, occurredAt, url ?? null]
  return `esp:${provider}:${hash('sha256', JSON.stringify(parts), 'hex').slice(0, 32)}`
}
