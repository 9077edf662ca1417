import { hash } from 'node:crypto'
import { type EspAdapter, ignored, type ProviderEvent, type SourceSettings, type Verdict } from './adapter'
import { customMessageId } from './custom-message-id'
import type { Delivery } from './delivery'
import { equalInConstantTime } from './equal-in-constant-time'
import { type Fields, fieldsOf, firstText, listOf, textOf, timeOf } from './fields'
import { noSecret } from './shared-secret'

export const unisenderGo: EspAdapter = {
  name: 'Unisender Go',
  secret: 'signing key',
  verify,
  probesUnsigned: true,
  probe: ({ method }) =>
    method === 'GET' || method === 'HEAD'
      ? { code: 'challenge', message: 'Unisender Go asked whether the address is there.' }
      : null,
  decode: (delivery) => eventsIn(fieldsOf(delivery.json())).map(event),
  meanings: {
    sent: ignored('sent'),
    accepted: ignored('queued'),
    delivered: 'delivered',
    opened: 'read',
    clicked: 'click',
    hard_bounced: 'bounce_hard',
    soft_bounced: ignored('deferred'),
    spam: 'complaint',
    unsubscribed: 'unsubscribe',
    subscribed: 'subscribed',
    transactional_spam_block: ignored('not_an_action'),
  },
}

/** `auth` is the MD5 of the body as it would read with the API key in its place. */
function verify({ text, json }: Delivery, { secret }: SourceSettings): Verdict {
  if (!secret) return noSecret
  const auth = textOf(fieldsOf(json()).auth)
  if (auth === null) return { code: 'signature', message: 'The body has no "auth".' }
  const keyed = text
    .trim()
    .replace(/("auth"\s*:\s*")([^"]*)(")/, (whole, before, given, after) =>
      given === auth ? `${before}${secret}${after}` : whole,
    )
  const expected = hash('md5', keyed, 'hex')
  if (equalInConstantTime(auth.toLowerCase(), expected)) return null
  return { code: 'signature', message: 'The signature does not fit the body and the API key of this source.' }
}

/** One event alone, or those of several users. */
function eventsIn(body: Fields): Fields[] {
  if (!Array.isArray(body.events_by_user)) return [body]
  return body.events_by_user
    .flatMap((user) => listOf(fieldsOf(user).events))
    .map(fieldsOf)
    .map((one) => ({ event_name: one.event_name, ...fieldsOf(one.event_data) }))
}

function event(told: Fields): ProviderEvent {
  const messageId = customMessageId(fieldsOf(told.metadata)) ?? textOf(told.job_id)
  const delivery = fieldsOf(told.delivery_info)
  return {
    type: firstText(told.status, told.event_name) ?? '',
    recipient: textOf(told.email),
    occurredAt: timeOf(told.event_time),
    id: messageId,
    messageId,
    url: textOf(told.url),
    userAgent: textOf(delivery.user_agent),
    reason: firstText(delivery.destination_response, delivery.delivery_status, told.comment),
  }
}
