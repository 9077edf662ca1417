import { createHmac } from 'node:crypto'
import type { SourceSettings, Verdict } from './adapter'
import type { Delivery } from './delivery'
import { equalInConstantTime } from './equal-in-constant-time'
import { freshEnough, unixSeconds } from './fresh-enough'
import { noSecret } from './shared-secret'

const tolerance = 5 * 60_000

/**
 * Svix and Standard Webhooks: `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` under the key whose base64 stands
 * behind `whsec_`; several signatures, parted by spaces, while a key is being exchanged. Every attempt is signed anew,
 * so five minutes are enough.
 */
export function svixSignature(delivery: Delivery, { secret }: SourceSettings, now: Date): Verdict {
  if (!secret) return noSecret
  const header = (name: string) =>
    delivery.headers.get(`svix-${name}`) ?? delivery.headers.get(`webhook-${name}`)
  const [id, timestamp, signatures] = [header('id'), header('timestamp'), header('signature')]
  if (!id || !timestamp || !signatures)
    return {
      code: 'signature',
      message: 'The headers svix-id, svix-timestamp and svix-signature are needed.',
    }
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key)
    .update(`${id}.${timestamp}.`)
    .update(delivery.rawBody)
    .digest('base64')
  const fits = signatures
    .split(' ')
    .map((signature) => signature.split(','))
    .filter(([version, given]) => version === 'v1' && equalInConstantTime(given ?? '', expected))
  if (fits.length === 0)
    return {
      code: 'signature',
      message: 'The signature does not fit the body and the signing secret of this source.',
    }
  return freshEnough(unixSeconds(timestamp), now, tolerance)
}
