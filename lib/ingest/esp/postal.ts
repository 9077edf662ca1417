import { type EspAdapter, ignored, type ProviderEvent, type SourceSettings, type Verdict } from './adapter'
import { addressIn } from './address-in'
import type { Delivery } from './delivery'
import { type Fields, fieldsOf, firstText, textOf } from './fields'
import { MalformedDelivery } from './malformed-delivery'
import { isSignedBy, publicKeyOf } from './public-key-signature'
import { noSecret } from './shared-secret'

export const postal: EspAdapter = {
  name: 'Postal',
  secret: 'public key',
  verify,
  decode: (delivery) => [event(fieldsOf(delivery.json()))],
  meanings: {
    Sent: 'delivered',
    SoftFail: ignored('deferred'),
    HardFail: ignored('failed'),
    Held: ignored('queued'),
    Bounced: 'bounce_hard',
    Clicked: 'click',
    Loaded: 'read',
    Incoming: ignored('not_an_action'),
    DomainDNSError: ignored('not_an_action'),
  },
}

/** RSA over the body: SHA-256 where the server is new enough to send it, else SHA-1. */
function verify({ headers, rawBody }: Delivery, { secret }: SourceSettings): Verdict {
  if (!secret) return noSecret
  const [newer, older] = [headers.get('x-postal-signature-256'), headers.get('x-postal-signature')]
  const signature = newer ?? older
  if (signature === null) return { code: 'signature', message: 'The header X-Postal-Signature is missing.' }
  const key = publicKeyOf(secret)
  if (!key) return { code: 'signature', message: 'The public key of this source cannot be read.' }
  if (isSignedBy(key, newer === null ? 'sha1' : 'sha256', rawBody, signature)) return null
  return {
    code: 'signature',
    message: 'The signature does not fit the body and the public key of this source.',
  }
}

function event(body: Fields): ProviderEvent {
  if (!('payload' in body)) throw new MalformedDelivery('The body has no "payload".')
  const payload = fieldsOf(body.payload)
  const message = fieldsOf(payload.message ?? payload.original_message)
  const at = body.timestamp
  return {
    type: typeOf(body, payload, message),
    recipient: addressIn(message.to),
    occurredAt: typeof at === 'number' ? Math.floor(at) * 1000 : null,
    id: textOf(body.uuid),
    messageId: textOf(message.id),
    url: textOf(payload.url),
    userAgent: textOf(payload.user_agent),
    reason: firstText(payload.output, payload.details),
  }
}

/** What happened says the payload; its `event` can be `MessageDelayed` for a bounce. */
function typeOf(body: Fields, payload: Fields, message: Fields): string {
  if (message.direction === 'incoming') return 'Incoming'
  const status = textOf(payload.status)
  if (status !== null) return status
  if ('bounce' in payload) return 'Bounced'
  if ('url' in payload) return 'Clicked'
  const event = textOf(body.event) ?? ''
  return event === 'MessageLoaded' ? 'Loaded' : event
}
