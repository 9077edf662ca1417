import { type EspAdapter, ignored, type ProviderEvent } from './adapter'
import { bodyHmac } from './body-hmac'
import { type Fields, fieldsOf, firstText, textOf, timeOf } from './fields'
import { MalformedDelivery } from './malformed-delivery'
import { sharedSecret } from './shared-secret'

const signature = 'mailtrap-signature'

export const mailtrap: EspAdapter = {
  name: 'Mailtrap',
  secret: 'signing key',
  // Older webhooks are not signed; the same secret then stands in the address or as the password.
  verify: (delivery, settings) =>
    delivery.headers.has(signature)
      ? bodyHmac(signature, delivery, settings)
      : sharedSecret(delivery, settings),
  decode: (delivery) => {
    const { events } = fieldsOf(delivery.json())
    if (!Array.isArray(events)) throw new MalformedDelivery('The body has no list "events".')
    return events.map((told) => event(fieldsOf(told)))
  },
  meanings: {
    delivery: 'delivered',
    open: 'read',
    click: 'click',
    bounce: 'bounce_hard',
    'soft bounce': ignored('deferred'),
    suspension: ignored('deferred'),
    reject: ignored('rejected'),
    spam: 'complaint',
    unsubscribe: 'unsubscribe',
  },
}

const event = (told: Fields): ProviderEvent => ({
  type: textOf(told.event) ?? '',
  recipient: textOf(told.email),
  occurredAt: timeOf(told.timestamp),
  id: textOf(told.event_id),
  messageId: textOf(told.message_id),
  url: textOf(told.url),
  userAgent: textOf(told.user_agent),
  reason: firstText(told.response, told.reason),
})
