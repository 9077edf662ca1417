import { createHmac } from 'node:crypto'
import { type EspAdapter, ignored, type ProviderEvent, type SourceSettings, type Verdict } from './adapter'
import { addressIn } from './address-in'
import { type Delivery, firstIn, lastIn } from './delivery'
import { equalInConstantTime } from './equal-in-constant-time'
import { type Fields, fieldsOf, firstText, listOf, textOf, timeOf } from './fields'
import { freshEnough, unixSeconds } from './fresh-enough'
import { MalformedDelivery } from './malformed-delivery'
import { noSecret } from './shared-secret'

/** Deliveries are tried again for eight hours, and it is not said whether they are signed anew. */
const tolerance = 9 * 3_600_000

/** Webhooks (JSON, and the older forms) and routes that hand over an answer. */
export const mailgun: EspAdapter = {
  name: 'Mailgun',
  secret: 'signing key',
  verify,
  decode: (delivery) => [delivery.form ? formEvent(delivery) : jsonEvent(fieldsOf(delivery.json()))],
  meanings: {
    accepted: ignored('queued'),
    stored: ignored('not_an_action'),
    rejected: ignored('rejected'),
    dropped: ignored('rejected'),
    delivered: 'delivered',
    opened: 'read',
    clicked: 'click',
    'failed/temporary': ignored('deferred'),
    failed: 'bounce_hard',
    bounced: 'bounce_hard',
    complained: 'complaint',
    unsubscribed: 'unsubscribe',
    inbound: 'reply',
  },
}

/** The signature is in the body and covers a time and a token, not what is told. */
function verify(delivery: Delivery, { secret }: SourceSettings, now: Date): Verdict {
  if (!secret) return noSecret
  const { form } = delivery
  const signature = form
    ? {
        token: lastIn(form, 'token'),
        timestamp: lastIn(form, 'timestamp'),
        signature: lastIn(form, 'signature'),
      }
    : fieldsOf(fieldsOf(delivery.json()).signature)
  const [token, timestamp, given] = [signature.token, signature.timestamp, signature.signature].map(textOf)
  if (!token || !timestamp || !given) return { code: 'signature', message: 'The delivery is not signed.' }
  const expected = createHmac('sha256', secret).update(`${timestamp}${token}`).digest('hex')
  if (!equalInConstantTime(given, expected))
    return { code: 'signature', message: 'The signature does not fit the signing key of this source.' }
  return freshEnough(unixSeconds(timestamp), now, tolerance)
}

function jsonEvent(body: Fields): ProviderEvent {
  if (!('event-data' in body)) throw new MalformedDelivery('The body has no "event-data".')
  const told = fieldsOf(body['event-data'])
  const headers = fieldsOf(fieldsOf(told.message).headers)
  const client = fieldsOf(told['client-info'])
  const status = fieldsOf(told['delivery-status'])
  const event = textOf(told.event) ?? ''
  const severity = event === 'failed' ? textOf(told.severity) : null
  return {
    type: severity === null ? event : `${event}/${severity}`,
    recipient: firstText(told.recipient) ?? addressIn(headers.to),
    occurredAt: timeOf(told.timestamp),
    id: textOf(told.id) ?? textOf(fieldsOf(body.signature).token),
    messageId: bracketed(textOf(headers['message-id'])),
    campaignId: firstText(fieldsOf(listOf(told.campaigns)[0]).id),
    listId: textOf(fieldsOf(told['mailing-list']).address),
    url: textOf(told.url),
    userAgent: textOf(client['user-agent']),
    reason: firstText(status.message, status.description, fieldsOf(told.reject).reason, told.reason),
    machineFlag: textOf(client.bot),
  }
}

/** Before 2018 events were forms; routes still send one. Merged-in variables come after the fields of the event. */
function formEvent({ form }: Delivery): ProviderEvent {
  const field = (name: string) => textOf(firstIn(form, name))
  const isInbound = field('event') === null && field('sender') !== null
  if (!isInbound && field('event') === null) throw new MalformedDelivery('The form has no "event".')
  const ownId = bracketed(field('Message-Id') ?? field('message-id'))
  return {
    type: isInbound ? 'inbound' : (field('event') ?? ''),
    recipient: isInbound ? addressIn(field('sender')) : field('recipient'),
    occurredAt: timeOf(lastIn(form, 'timestamp')),
    id: isInbound ? ownId : lastIn(form, 'token'),
    messageId: (isInbound ? bracketed(field('In-Reply-To')) : null) ?? ownId,
    campaignId: field('campaign-id'),
    listId: field('mailing-list'),
    url: field('url'),
    userAgent: field('user-agent'),
    reason: field('error') ?? field('notification') ?? field('description'),
  }
}

/** Webhooks leave the brackets of a message id out, the mail itself has them. */
const bracketed = (id: string | null): string | null => (id === null || id.startsWith('<') ? id : `<${id}>`)
