import { createHmac, generateKeyPairSync, hash, sign } from 'node:crypto'
import type { Outside, SourceSettings } from './adapter'
import type { EspRequest } from './delivery'
import { fieldsOf } from './fields'
import type { Provider } from './providers'
import { receiveDelivery } from './receive-delivery'
import { snsSigned } from './sns-signature'
import { selfSigned } from './testing-certificate'

export const testNow = new Date('2026-11-20T12:00:00Z')

const sendgridKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const postalKeys = generateKeyPairSync('rsa', { modulusLength: 2048 })
export const snsKeys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const spki = (keys: typeof postalKeys) =>
  keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
const secret = 'c2VjcmV0LW9mLXRoZS10ZXN0cw=='

export const certificateUrl = 'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123.pem'
const certificate = selfSigned(snsKeys)
export const testOutside: Outside = {
  certificate: (url) =>
    url === certificateUrl ? Promise.resolve(certificate) : Promise.reject(new Error(url)),
}

/** The settings of a source that believes the requests made here. */
export function settingsOf(provider: Provider): SourceSettings {
  const secrets: Partial<Record<Provider, string | null>> = {
    sendgrid: spki(sendgridKeys),
    postal: spki(postalKeys),
    amazon_ses: null,
    resend: `whsec_${secret}`,
  }
  return { sourceId: 'source-1', secret: provider in secrets ? secrets[provider] : secret }
}

export const hookUrl = (provider: Provider) =>
  `https://gravitas.example/api/webhooks/esp/${provider}/source-1`

const withBasic = { authorization: `Basic ${Buffer.from(`gravitas:${secret}`).toString('base64')}` }
const seconds = (now: Date) => String(Math.floor(now.getTime() / 1000))

/** A request that the provider could have sent at `now`: signed, in its envelope. `told` is what it tells of events. */
export function requestOf(provider: Provider, told: unknown, now = testNow): EspRequest {
  const make = senders[provider]
  return make ? make(told, now) : posted(provider, JSON.stringify(told), withBasic)
}

export const posted = (
  provider: Provider,
  body: string | Buffer,
  headers: Record<string, string>,
): EspRequest => ({
  method: 'POST',
  url: hookUrl(provider),
  headers: new Headers({ 'content-type': 'application/json', ...headers }),
  rawBody: Buffer.from(body),
})

type Sender = (told: unknown, now: Date) => EspRequest

const hex = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex')
const formOf = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
const asForm = { 'content-type': 'application/x-www-form-urlencoded' }

export const signSendgrid = (body: string, timestamp: string) => ({
  'x-twilio-email-event-webhook-timestamp': timestamp,
  'x-twilio-email-event-webhook-signature': sign(
    'sha256',
    Buffer.from(timestamp + body),
    sendgridKeys.privateKey,
  ).toString('base64'),
})

/** An SNS message, signed as version 1 or 2. */
export function snsMessage(fields: Record<string, unknown>, version: '1' | '2' = '2') {
  const signature = sign(
    version === '1' ? 'sha1' : 'sha256',
    Buffer.from(snsSigned(fields)),
    snsKeys.privateKey,
  )
  return {
    ...fields,
    SignatureVersion: version,
    Signature: signature.toString('base64'),
    SigningCertURL: certificateUrl,
  }
}

const senders: Partial<Record<Provider, Sender>> = {
  sendgrid: (told, now) => {
    const body = JSON.stringify(told)
    return posted('sendgrid', body, signSendgrid(body, seconds(now)))
  },
  mailgun: (told, now) => {
    const [timestamp, token] = [seconds(now), hash('sha256', JSON.stringify(told), 'hex').slice(0, 50)]
    const signature = { timestamp, token, signature: hex(secret, timestamp + token) }
    return posted('mailgun', JSON.stringify({ signature, 'event-data': told }), {})
  },
  amazon_ses: (told, now) => {
    const Message = JSON.stringify(told)
    const MessageId = hash('sha256', Message, 'hex').slice(0, 32)
    const topic = { TopicArn: 'arn:aws:sns:eu-central-1:123456789012:mail', Timestamp: now.toISOString() }
    const message = snsMessage({ Type: 'Notification', MessageId, Message, ...topic })
    return posted('amazon_ses', JSON.stringify(message), { 'content-type': 'text/plain; charset=UTF-8' })
  },
  resend: (told, now) => {
    const [body, timestamp] = [JSON.stringify(told), seconds(now)]
    const id = `msg_${hash('sha256', body, 'hex').slice(0, 20)}`
    const key = Buffer.from(secret, 'base64')
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
    const headers = {
      'svix-id': id,
      'svix-timestamp': timestamp,
      'svix-signature': `v1,AAAA v1,${signature}`,
    }
    return posted('resend', body, headers)
  },
  mandrill: (told) => {
    const events = JSON.stringify(told)
    const signed = `${hookUrl('mandrill')}mandrill_events${events}`
    const signature = createHmac('sha1', secret).update(signed).digest('base64')
    return posted('mandrill', formOf({ mandrill_events: events }), {
      ...asForm,
      'x-mandrill-signature': signature,
    })
  },
  mailchimp: (told) => {
    const fields = Object.entries(fieldsOf(told)).map(([name, value]) => [name, String(value)] as const)
    return posted('mailchimp', formOf(Object.fromEntries(fields)), { ...asForm, ...withBasic })
  },
  mailersend: (told) => {
    const body = JSON.stringify(told)
    return posted('mailersend', body, { signature: hex(secret, body) })
  },
  mailtrap: (told) => {
    const body = JSON.stringify({ events: told })
    return posted('mailtrap', body, { 'mailtrap-signature': hex(secret, body) })
  },
  postal: (told) => {
    const body = JSON.stringify(told)
    const signature = sign('sha256', Buffer.from(body), postalKeys.privateKey).toString('base64')
    return posted('postal', body, { 'x-postal-signature-256': signature })
  },
  unisender_go: (told) => {
    const keyed = JSON.stringify({ auth: secret, ...fieldsOf(told) })
    const auth = hash('md5', keyed, 'hex')
    return posted('unisender_go', JSON.stringify({ auth, ...fieldsOf(told) }), {})
  },
}

/** The older signature of Postal. */
export const signPostalOnce = (body: string) => ({
  'x-postal-signature': sign('sha1', Buffer.from(body), postalKeys.privateKey).toString('base64'),
})

/** What comes of a request that the provider could have sent. */
export const receive = (provider: Provider, told: unknown, now = testNow) =>
  receiveDelivery(provider, requestOf(provider, told, now), settingsOf(provider), now, testOutside)

export async function actionsOf(provider: Provider, told: unknown) {
  const received = await receive(provider, told)
  if (!received.ok) throw new Error(`${provider}: ${received.message}`)
  return received.actions
}
