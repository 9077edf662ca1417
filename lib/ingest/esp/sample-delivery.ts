import { createHmac, hash } from 'node:crypto'
import type { EspRequest } from './delivery'
import type { Provider } from './providers'

/** Nobody's: mail to this domain goes nowhere. */
export const sampleRecipient = 'test@example.com'

type Sampled = { url: string; secret: string | null; now: Date }
type Sent = { body: string; headers: Record<string, string> }

const hex = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex')
const unix = (now: Date) => Math.floor(now.getTime() / 1000)
const json = (told: unknown, headers: Record<string, string> = {}): Sent => ({
  body: JSON.stringify(told),
  headers: { 'content-type': 'application/json', ...headers },
})
const form = (fields: Record<string, string>, headers: Record<string, string> = {}): Sent => ({
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
})
/** For providers that carry the secret along. */
const withPassword = (secret: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`gravitas:${secret}`).toString('base64')}`,
})
const idAt = (now: Date) => `gravitas-test-${now.getTime()}`

/** How each provider tells that a message to the sample's recipient was delivered (Mailchimp: that it subscribed). */
const samples: Record<Provider, (given: { url: string; secret: string; now: Date }) => Sent> = {
  sendgrid: ({ now }) =>
    json([
      {
        event: 'delivered',
        email: sampleRecipient,
        timestamp: unix(now),
        sg_event_id: idAt(now),
        'smtp-id': `<${idAt(now)}@example.com>`,
      },
    ]),
  mailgun: ({ secret, now }) => {
    const [timestamp, token] = [String(unix(now)), hash('sha256', idAt(now), 'hex').slice(0, 50)]
    return json({
      signature: { timestamp, token, signature: hex(secret, timestamp + token) },
      'event-data': {
        event: 'delivered',
        id: idAt(now),
        recipient: sampleRecipient,
        timestamp: unix(now),
        message: { headers: { 'message-id': `${idAt(now)}@example.com` } },
      },
    })
  },
  postmark: ({ secret, now }) =>
    json(
      {
        RecordType: 'Delivery',
        MessageID: idAt(now),
        Recipient: sampleRecipient,
        DeliveredAt: now.toISOString(),
      },
      withPassword(secret),
    ),
  amazon_ses: ({ now }) =>
    json({
      Type: 'Notification',
      MessageId: idAt(now),
      Timestamp: now.toISOString(),
      Message: JSON.stringify({
        eventType: 'Delivery',
        mail: { messageId: idAt(now), destination: [sampleRecipient] },
        delivery: { recipients: [sampleRecipient] },
      }),
    }),
  brevo: ({ secret, now }) =>
    json(
      { event: 'delivered', email: sampleRecipient, ts_event: unix(now), 'message-id': idAt(now) },
      withPassword(secret),
    ),
  resend: ({ secret, now }) => {
    const sent = json({
      type: 'email.delivered',
      created_at: now.toISOString(),
      data: { email_id: idAt(now), to: [sampleRecipient] },
    })
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    const signature = createHmac('sha256', key)
      .update(`${idAt(now)}.${unix(now)}.${sent.body}`)
      .digest('base64')
    const signed = {
      'svix-id': idAt(now),
      'svix-timestamp': String(unix(now)),
      'svix-signature': `v1,${signature}`,
    }
    return { ...sent, headers: { ...sent.headers, ...signed } }
  },
  mandrill: ({ url, secret, now }) => {
    const events = JSON.stringify([
      { event: 'delivered', ts: unix(now), _id: idAt(now), msg: { email: sampleRecipient } },
    ])
    const signature = createHmac('sha1', secret).update(`${url}mandrill_events${events}`).digest('base64')
    return form({ mandrill_events: events }, { 'x-mandrill-signature': signature })
  },
  sparkpost: ({ secret, now }) => {
    const told = {
      type: 'delivery',
      rcpt_to: sampleRecipient,
      timestamp: String(unix(now)),
      event_id: idAt(now),
      message_id: idAt(now),
    }
    return json([{ msys: { message_event: told } }], withPassword(secret))
  },
  mailjet: ({ secret, now }) =>
    json(
      { event: 'sent', time: unix(now), MessageID: now.getTime(), email: sampleRecipient },
      withPassword(secret),
    ),
  mailchimp: ({ secret, now }) =>
    form(
      {
        type: 'subscribe',
        fired_at: now.toISOString().slice(0, 19).replace('T', ' '),
        'data[email]': sampleRecipient,
        'data[list_id]': 'gravitas-test',
      },
      withPassword(secret),
    ),
  mailersend: ({ secret, now }) => {
    const sent = json({
      type: 'activity.delivered',
      created_at: now.toISOString(),
      data: { id: idAt(now), type: 'delivered', message_id: idAt(now), recipient: sampleRecipient },
    })
    return { ...sent, headers: { ...sent.headers, signature: hex(secret, sent.body) } }
  },
  mailtrap: ({ secret, now }) => {
    const sent = json({
      events: [
        {
          event: 'delivery',
          timestamp: unix(now),
          message_id: idAt(now),
          email: sampleRecipient,
          event_id: idAt(now),
        },
      ],
    })
    return { ...sent, headers: { ...sent.headers, 'mailtrap-signature': hex(secret, sent.body) } }
  },
  postal: ({ now }) =>
    json({
      event: 'MessageSent',
      timestamp: unix(now),
      uuid: idAt(now),
      payload: {
        status: 'Sent',
        message: { id: now.getTime(), to: sampleRecipient, direction: 'outgoing' },
      },
    }),
  unisender_go: ({ secret, now }) => {
    const told = {
      event_name: 'transactional_email_status',
      status: 'delivered',
      email: sampleRecipient,
      job_id: idAt(now),
      event_time: now.toISOString().slice(0, 19).replace('T', ' '),
    }
    return json({ auth: hash('md5', JSON.stringify({ auth: secret, ...told }), 'hex'), ...told })
  },
}

/** These sign with a key that only they have: nobody else can make a delivery that is believed. */
const keptByProvider: readonly Provider[] = ['sendgrid', 'amazon_ses', 'postal']
export const signedByProviderAlone = (provider: Provider): boolean => keptByProvider.includes(provider)

/**
 * A delivery as the provider would make it at `now`, about a message to `sampleRecipient`, proven with the source's
 * secret where that is possible (`signedByProviderAlone`).
 */
export function sampleDelivery(provider: Provider, { url, secret, now }: Sampled): EspRequest {
  const { body, headers } = samples[provider]({ url, secret: secret ?? '', now })
  return { method: 'POST', url, headers: new Headers(headers), rawBody: Buffer.from(body) }
}
