import { type EspAdapter, ignored, type ProviderEvent } from './adapter'
import { addressIn } from './address-in'
import { objectsIn } from './delivery'
import { type Fields, fieldsOf, firstText, idOf, listOf, textOf, timeOf } from './fields'
import { sharedSecret } from './shared-secret'

/** Transactional and marketing webhooks, alone or as a batch, and inbound parse. */
export const brevo: EspAdapter = {
  name: 'Brevo',
  secret: 'shared secret',
  verify: sharedSecret,
  decode: (delivery) => objectsIn(delivery.json()).map(fieldsOf).flatMap(eventsOf),
  meanings: {
    request: ignored('queued'),
    sent: ignored('sent'),
    deferred: ignored('deferred'),
    blocked: ignored('rejected'),
    error: ignored('failed'),
    delivered: 'delivered',
    opened: 'read',
    open: 'read',
    unique_opened: 'read',
    first_opening: 'read',
    proxy_open: 'read',
    unique_proxy_open: 'read',
    click: 'click',
    hard_bounce: 'bounce_hard',
    invalid_email: 'bounce_hard',
    invalid: 'bounce_hard',
    soft_bounce: 'bounce_soft',
    spam: 'complaint',
    complaint: 'complaint',
    unsubscribe: 'unsubscribe',
    unsubscribed: 'unsubscribe',
    list_addition: 'subscribed',
    reply: 'reply',
    inbound: 'reply',
    contact_updated: ignored('not_an_action'),
    contact_deleted: ignored('not_an_action'),
  },
}

function eventsOf(told: Fields): ProviderEvent[] {
  if (Array.isArray(told.items)) return told.items.map((item) => inboundMail(fieldsOf(item)))
  const type = (textOf(told.event) ?? '')
    .trim()
    .toLowerCase()
    .replace(/[^a-z]+/g, '_')
  const campaignId = idOf(told.camp_id)
  const messageId = textOf(told['message-id']) ?? campaignId
  const isProxy = type === 'proxy_open' || type === 'unique_proxy_open'
  const occurredAt = timeOf(told.ts_epoch) ?? timeOf(told.ts_event)
  const event: ProviderEvent = {
    type,
    recipient: firstText(told.email),
    occurredAt,
    // `id` is the one of the webhook, the same for all its events.
    id: messageId,
    messageId,
    campaignId,
    listId: idOf(Array.isArray(told.list_id) ? told.list_id[0] : told.list_id),
    url: firstText(told.link, told.URL),
    userAgent: textOf(told.user_agent),
    reason: textOf(told.reason),
    machineFlag: isProxy ? type : null,
  }
  const addresses = listOf(told.email)
  return addresses.length === 0 ? [event] : addresses.map((email) => ({ ...event, recipient: textOf(email) }))
}

function inboundMail(told: Fields): ProviderEvent {
  const date = Date.parse(textOf(told.SentAtDate) ?? '')
  const messageId = textOf(told.MessageId)
  return {
    type: 'inbound',
    recipient: textOf(fieldsOf(told.From).Address) ?? addressIn(told.From),
    occurredAt: Number.isNaN(date) ? null : date,
    id: firstText(listOf(told.Uuid)[0], messageId),
    messageId: textOf(told.InReplyTo) ?? messageId,
  }
}
