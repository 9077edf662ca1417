import { type EspAdapter, ignored, type ProviderEvent } from './adapter'
import { addressIn } from './address-in'
import type { Delivery } from './delivery'
import { fieldsOf, firstText, listOf, textOf, timeOf } from './fields'
import { MalformedDelivery } from './malformed-delivery'
import { svixSignature } from './svix-signature'

export const resend: EspAdapter = {
  name: 'Resend',
  secret: 'signing key',
  verify: svixSignature,
  decode,
  meanings: {
    'email.scheduled': ignored('queued'),
    'email.sent': ignored('sent'),
    'email.delivery_delayed': ignored('deferred'),
    'email.failed': ignored('failed'),
    'email.suppressed': ignored('rejected'),
    'email.delivered': 'delivered',
    'email.opened': 'read',
    'email.clicked': 'click',
    'email.bounced': 'bounce_hard',
    'email.bounced/Transient': 'bounce_soft',
    'email.bounced/Undetermined': 'bounce_soft',
    'email.complained': 'complaint',
    'email.received': 'reply',
    'contact.updated/unsubscribed': 'unsubscribe',
    'contact.updated': ignored('not_an_action'),
    'contact.created': 'subscribed',
    'contact.created/unsubscribed': ignored('not_an_action'),
    'contact.deleted': ignored('not_an_action'),
    'domain.created': ignored('not_an_action'),
    'domain.updated': ignored('not_an_action'),
    'domain.deleted': ignored('not_an_action'),
  },
}

function decode({ headers, json }: Delivery): ProviderEvent[] {
  const body = fieldsOf(json())
  const data = fieldsOf(body.data)
  const type = textOf(body.type)
  if (type === null) throw new MalformedDelivery('The body has no "type".')
  const [bounce, click] = [fieldsOf(data.bounce), fieldsOf(data.click)]
  const unsubscribed = data.unsubscribed === true ? 'unsubscribed' : null
  const subtype = type.startsWith('contact.') ? unsubscribed : textOf(bounce.type)
  const about =
    type === 'email.received' ? [data.from] : type.startsWith('contact.') ? [data.email] : listOf(data.to)
  // Every event is about one message to one address; further ones are copies.
  const recipient = addressIn(about[0])
  return [
    {
      type: subtype === null ? type : `${type}/${subtype}`,
      recipient,
      occurredAt: timeOf(body.created_at),
      id: firstText(headers.get('svix-id'), headers.get('webhook-id')),
      messageId: textOf(data.email_id),
      campaignId: textOf(data.broadcast_id),
      listId: firstText(data.audience_id, data.segment_id),
      url: textOf(click.link),
      userAgent: firstText(click.userAgent, fieldsOf(data.open).userAgent),
      reason: firstText(bounce.message),
    },
  ]
}
