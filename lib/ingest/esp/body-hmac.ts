import { createHmac } from 'node:crypto'
import type { SourceSettings, Verdict } from './adapter'
import type { Delivery } from './delivery'
import { equalInConstantTime } from './equal-in-constant-time'
import { noSecret } from './shared-secret'

/** A header that holds the HMAC-SHA256 of the whole body, in hex, under the source's signing key. */
export function bodyHmac(header: string, delivery: Delivery, { secret }: SourceSettings): Verdict {
  if (!secret) return noSecret
  const given = delivery.headers.get(header)
  if (given === null) return { code: 'signature', message: `The header ${header} is missing.` }
  const expected = createHmac('sha256', secret).update(delivery.rawBody).digest('hex')
  if (equalInConstantTime(given.trim().toLowerCase(), expected)) return null
  return {
    code: 'signature',
    message: `The signature in ${header} does not fit the body and this source's key.`,
  }
}
