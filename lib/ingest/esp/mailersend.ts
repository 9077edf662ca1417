import { type EspAdapter, ignored, type ProviderEvent } from './adapter'
import { bodyHmac } from './body-hmac'
import { type Fields, fieldsOf, firstText, textOf, timeOf } from './fields'
import { MalformedDelivery } from './malformed-delivery'

/** Activity webhooks, the first version (with `data.email`) and the second. */
export const mailersend: EspAdapter = {
  name: 'MailerSend',
  secret: 'signing key',
  verify: (delivery, settings) => bodyHmac('signature', delivery, settings),
  decode: (delivery) => [event(fieldsOf(delivery.json()))],
  meanings: {
    sent: ignored('sent'),
    deferred: ignored('deferred'),
    suppressed: ignored('rejected'),
    delivered: 'delivered',
    opened: 'read',
    opened_unique: 'read',
    clicked: 'click',
    clicked_unique: 'click',
    hard_bounced: 'bounce_hard',
    soft_bounced: 'bounce_soft',
    spam_complaint: 'complaint',
    spam_complaints: 'complaint',
    unsubscribed: 'unsubscribe',
    'webhook.test': ignored('not_an_action'),
  },
}

function event(body: Fields): ProviderEvent {
  const data = fieldsOf(body.data)
  const type = firstText(data.type, body.type)
  if (type === null) throw new MalformedDelivery('The body has no "type".')
  const email = fieldsOf(data.email)
  const detail = 'email' in data ? fieldsOf(data.morph) : fieldsOf(data.meta)
  return {
    type: type.replace(/^activity\./, ''),
    recipient: firstText(fieldsOf(email.recipient).email, data.recipient),
    occurredAt: timeOf('email' in data ? data.created_at : body.created_at),
    id: textOf(data.id),
    messageId: firstText(fieldsOf(email.message).id, data.message_id),
    url: textOf(detail.url),
    userAgent: textOf(detail.user_agent),
    reason: firstText(detail.readable_reason, detail.reason, detail.bounce_reason, detail.unsubscribe_reason),
  }
}
