import type { EspAdapter, ProviderEvent, SourceSettings, Verdict } from './adapter'
import { ignored } from './adapter'
import { addressIn } from './address-in'
import { customMessageId } from './custom-message-id'
import { type Delivery, firstIn, objectsIn } from './delivery'
import { type Fields, fieldsOf, firstText, textOf, timeOf } from './fields'
import { freshEnough, unixSeconds } from './fresh-enough'
import { headersIn } from './mail-headers'
import { isSignedBy, publicKeyOf } from './public-key-signature'
import { noSecret } from './shared-secret'

/** Deliveries are tried again for a day, and it is not said whether they are signed anew. */
const tolerance = 25 * 3_600_000

/** Signed event webhook and inbound parse. */
export const sendgrid: EspAdapter = {
  name: 'SendGrid',
  secret: 'public key',
  verify,
  decode: (delivery) =>
    delivery.form ? [inboundMail(delivery)] : objectsIn(delivery.json()).map((told) => event(fieldsOf(told))),
  meanings: {
    processed: ignored('queued'),
    deferred: ignored('deferred'),
    dropped: ignored('rejected'),
    delivered: 'delivered',
    open: 'read',
    click: 'click',
    bounce: 'bounce_hard',
    'bounce/blocked': 'bounce_soft',
    spamreport: 'complaint',
    unsubscribe: 'unsubscribe',
    group_unsubscribe: 'unsubscribe',
    group_resubscribe: 'subscribed',
    account_status_change: ignored('not_an_action'),
    inbound: 'reply',
  },
}

function verify({ headers, rawBody }: Delivery, { secret }: SourceSettings, now: Date): Verdict {
  if (!secret) return noSecret
  const signature = headers.get('x-twilio-email-event-webhook-signature')
  const timestamp = headers.get('x-twilio-email-event-webhook-timestamp')
  if (!signature || !timestamp)
    return {
      code: 'signature',
      message: 'The delivery is not signed: turn on "Signed Event Webhook" at SendGrid.',
    }
  const key = publicKeyOf(secret)
  if (!key) return { code: 'signature', message: 'The public key of this source cannot be read.' }
  if (!isSignedBy(key, 'sha256', Buffer.concat([Buffer.from(timestamp), rawBody]), signature))
    return {
      code: 'signature',
      message: 'The signature does not fit the body and the public key of this source.',
    }
  return freshEnough(unixSeconds(timestamp), now, tolerance)
}

function event(told: Fields): ProviderEvent {
  const type = textOf(told.event) ?? ''
  const subtype = type === 'bounce' ? textOf(told.type) : null
  return {
    type: subtype === null ? type : `${type}/${subtype}`,
    recipient: textOf(told.email),
    occurredAt: timeOf(told.timestamp),
    id: textOf(told.sg_event_id),
    messageId: customMessageId(told) ?? messageKey(told),
    campaignId: firstText(told.singlesend_id, told.marketing_campaign_id, told.campaign_id),
    listId: textOf(told.asm_group_id),
    url: textOf(told.url),
    userAgent: textOf(told.useragent),
    reason: firstText(told.reason, told.response),
    machineFlag: told.sg_machine_open === true ? 'sg_machine_open' : null,
  }
}

/**
 * Opens and clicks carry no `smtp-id`. Where that one is SendGrid's own, which begins as `sg_message_id` does, the part
 * they share is the key, so that what was delivered and what was read is one message.
 */
function messageKey(told: Fields): string | null {
  const smtpId = textOf(told['smtp-id'])
  const [own = null] = textOf(told.sg_message_id)?.split('.') ?? []
  const isOwn = own !== null && smtpId !== null && smtpId.replace(/^</, '').startsWith(`${own}@`)
  return smtpId === null || isOwn ? own : smtpId
}

function inboundMail({ form }: Delivery): ProviderEvent {
  const headers = headersIn(firstIn(form, 'headers') ?? '')
  return {
    type: 'inbound',
    recipient: addressIn(firstIn(form, 'from')),
    occurredAt: headers.date,
    id: headers.messageId,
    messageId: headers.inReplyTo ?? headers.messageId,
  }
}
