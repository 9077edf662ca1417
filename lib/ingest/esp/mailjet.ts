import { type EspAdapter, ignored, type ProviderEvent } from './adapter'
import { objectsIn } from './delivery'
import { type Fields, fieldsOf, firstText, idOf, textOf, timeOf } from './fields'
import { sharedSecret } from './shared-secret'

export const mailjet: EspAdapter = {
  name: 'Mailjet',
  secret: 'shared secret',
  verify: sharedSecret,
  decode: (delivery) => objectsIn(delivery.json()).map((told) => event(fieldsOf(told))),
  meanings: {
    sent: 'delivered',
    open: 'read',
    click: 'click',
    'bounce/hard': 'bounce_hard',
    'bounce/greylisted': ignored('deferred'),
    bounce: 'bounce_soft',
    blocked: ignored('rejected'),
    spam: 'complaint',
    unsub: 'unsubscribe',
  },
}

function event(told: Fields): ProviderEvent {
  const type = textOf(told.event) ?? ''
  const messageId = firstText(told.MessageID, told.mj_message_id)
  return {
    type: type === 'bounce' ? `bounce/${bounceKind(told)}` : type,
    recipient: textOf(told.email),
    occurredAt: timeOf(told.time),
    id: messageId,
    messageId,
    campaignId: idOf(told.mj_campaign_id),
    listId: idOf(told.mj_list_id),
    url: textOf(told.url),
    userAgent: textOf(told.agent),
    reason: firstText(told.error, told.comment),
  }
}

/** Not hard and greylisted: it will be tried again. */
function bounceKind(told: Fields): string {
  if (told.hard_bounce !== false) return 'hard'
  return told.error === 'greylisted' ? 'greylisted' : 'soft'
}
