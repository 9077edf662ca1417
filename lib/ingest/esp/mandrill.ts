import { createHmac } from 'node:crypto'
import { type EspAdapter, ignored, type ProviderEvent, type SourceSettings, type Verdict } from './adapter'
import { type Delivery, firstIn } from './delivery'
import { equalInConstantTime } from './equal-in-constant-time'
import { exactJson } from './exact-json'
import { type Fields, fieldsOf, firstText, textOf, timeOf } from './fields'
import { MalformedDelivery } from './malformed-delivery'
import { noSecret } from './shared-secret'

/** Mailchimp Transactional. */
export const mandrill: EspAdapter = {
  name: 'Mandrill',
  secret: 'signing key',
  verify,
  probesUnsigned: true,
  probe: ({ method, form }) =>
    method === 'HEAD' || method === 'GET' || firstIn(form, 'mandrill_events')?.trim() === '[]'
      ? { code: 'challenge', message: 'Mandrill asked whether the address is there.' }
      : null,
  decode: ({ form }) => {
    const events = firstIn(form, 'mandrill_events')
    const told = events === null ? null : exactJson(events)
    if (!Array.isArray(told)) throw new MalformedDelivery('The form has no list "mandrill_events".')
    return told.map((one) => event(fieldsOf(one)))
  },
  meanings: {
    send: ignored('sent'),
    delivered: 'delivered',
    deferral: ignored('deferred'),
    reject: ignored('rejected'),
    open: 'read',
    click: 'click',
    hard_bounce: 'bounce_hard',
    soft_bounce: 'bounce_soft',
    spam: 'complaint',
    unsub: 'unsubscribe',
    inbound: 'reply',
  },
}

/** HMAC-SHA1 over the address and the form, sorted by name. The address is signed with its user and password, if any. */
function verify({ url, headers, form }: Delivery, { secret }: SourceSettings): Verdict {
  if (!secret) return noSecret
  const given = headers.get('x-mandrill-signature')
  if (given === null) return { code: 'signature', message: 'The header X-Mandrill-Signature is missing.' }
  const fields = [...(form ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
  const signed = fields.map(([name, values]) => name + (values.at(-1) ?? '')).join('')
  const fits = [url, withUser(url, headers.get('authorization'))].filter((address) =>
    equalInConstantTime(
      given,
      createHmac('sha1', secret)
        .update(address + signed)
        .digest('base64'),
    ),
  )
  if (fits.length > 0) return null
  return {
    code: 'signature',
    message: `The signature does not fit the form, the key and the address ${url}.`,
  }
}

function withUser(url: string, authorization: string | null): string {
  const [, encoded] = /^basic\s+(\S+)$/i.exec(authorization ?? '') ?? []
  if (encoded === undefined) return url
  return url.replace('://', `://${Buffer.from(encoded, 'base64').toString('utf8')}@`)
}

function event(told: Fields): ProviderEvent {
  const message = fieldsOf(told.msg)
  const type = firstText(told.event, told.type) ?? ''
  const isInbound = type === 'inbound'
  const id = firstText(told._id, message._id)
  const reply = fieldsOf(message.headers)
  return {
    type,
    recipient: isInbound ? textOf(message.from_email) : firstText(message.email, fieldsOf(told.reject).email),
    occurredAt: timeOf(told.ts),
    id: isInbound ? firstText(reply['Message-Id'], reply['Message-ID']) : id,
    messageId: isInbound ? textOf(reply['In-Reply-To']) : id,
    url: textOf(told.url),
    userAgent: textOf(told.user_agent),
    reason: firstText(message.diag, message.bounce_description, fieldsOf(told.reject).reason),
  }
}
