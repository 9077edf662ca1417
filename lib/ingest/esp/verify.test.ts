import { describe, expect, test } from 'vitest'
import type { EspRequest } from './delivery'
import { equalInConstantTime } from './equal-in-constant-time'
import { fieldsOf } from './fields'
import { type Provider, providers } from './providers'
import { receiveDelivery } from './receive-delivery'
import { isSnsAddress } from './sns-signature'
import { told } from './testing-deliveries'
import {
  certificateUrl,
  hookUrl,
  posted,
  requestOf,
  settingsOf,
  signPostalOnce,
  snsMessage,
  testNow,
  testOutside,
} from './testing-senders'

const every = Object.keys(providers) as Provider[]
const HOUR = 3_600_000
const MINUTE = 60_000

const check = (provider: Provider, request: EspRequest, now = testNow, more = {}) =>
  receiveDelivery(provider, request, { ...settingsOf(provider), ...more }, now, testOutside)
const good = (provider: Provider) => requestOf(provider, told[provider][0]?.told)
const textOf = ({ rawBody }: EspRequest) => Buffer.from(rawBody).toString()
const withBody = (request: EspRequest, body: string): EspRequest => ({
  ...request,
  rawBody: Buffer.from(body),
})

/** Headers and fields that make a delivery believed. */
const signatureHeaders = [
  'authorization',
  'x-twilio-email-event-webhook-signature',
  'svix-signature',
  'x-mandrill-signature',
  'signature',
  'mailtrap-signature',
  'x-postal-signature-256',
]

function unsigned(provider: Provider): EspRequest {
  const request = good(provider)
  for (const header of signatureHeaders) request.headers.delete(header)
  if (provider === 'mailgun' || provider === 'amazon_ses' || provider === 'unisender_go') {
    const fields = Object.entries(fieldsOf(JSON.parse(textOf(request))))
    const kept = fields.filter(([name]) => !/^(?:signature|auth)$/i.test(name))
    return withBody(request, JSON.stringify(Object.fromEntries(kept)))
  }
  return request
}

describe('who is believed', () => {
  test.each(every)('%s: what is signed or carries the secret', async (provider) => {
    expect(await check(provider, good(provider))).toMatchObject({ ok: true })
  })

  test.each(every)('%s: nothing that is not', async (provider) => {
    expect(await check(provider, unsigned(provider))).toMatchObject({ ok: false, code: 'signature' })
  })

  test.each(every.filter((provider) => provider !== 'amazon_ses'))(
    '%s: nothing under another secret, and nothing while there is none',
    async (provider) => {
      const other = provider === 'sendgrid' ? settingsOf('postal').secret : settingsOf('sendgrid').secret
      expect(await check(provider, good(provider), testNow, { secret: other })).toMatchObject({
        code: 'signature',
      })
      expect(await check(provider, good(provider), testNow, { secret: null })).toMatchObject({
        code: 'signature',
      })
      expect(await check(provider, good(provider), testNow, { secret: '' })).toMatchObject({
        code: 'signature',
      })
    },
  )

  // Mailgun signs a time and a token only; a shared secret says nothing about the body.
  const bodySigned: Provider[] = [
    'sendgrid',
    'amazon_ses',
    'resend',
    'mandrill',
    'mailersend',
    'mailtrap',
    'postal',
    'unisender_go',
  ]
  test.each(bodySigned)('%s: nothing whose body was altered', async (provider) => {
    const request = good(provider)
    const altered = withBody(request, textOf(request).replace('ann', 'bob'))
    expect(textOf(altered)).not.toBe(textOf(request))
    expect(await check(provider, altered)).toMatchObject({ ok: false, code: 'signature' })
  })

  test('mailgun: nothing whose time or token was altered', async () => {
    for (const field of ['timestamp', 'token']) {
      const body = fieldsOf(JSON.parse(textOf(good('mailgun'))))
      const signature = {
        ...fieldsOf(body.signature),
        [field]: '1795176000' + (field === 'token' ? 'x' : '1'),
      }
      const altered = withBody(good('mailgun'), JSON.stringify({ ...body, signature }))
      expect(await check('mailgun', altered)).toMatchObject({ code: 'signature' })
    }
  })

  test.each([
    ['resend', 4 * MINUTE, 6 * MINUTE],
    ['amazon_ses', HOUR, 3 * HOUR],
    ['mailgun', 8 * HOUR, 10 * HOUR],
    ['sendgrid', 24 * HOUR, 26 * HOUR],
  ] as const)(
    '%s: late deliveries yes, stale ones and those of the future no',
    async (provider, late, stale) => {
      const after = (ms: number) => check(provider, good(provider), new Date(testNow.getTime() + ms))
      expect(await after(late)).toMatchObject({ ok: true })
      expect(await after(stale)).toMatchObject({ ok: false, code: 'stale' })
      expect(await after(-10 * MINUTE)).toMatchObject({ ok: false, code: 'stale' })
    },
  )

  test('a shared secret may stand in the address or as a bearer token', async () => {
    const { secret } = settingsOf('postmark')
    const request = unsigned('postmark')
    const bearer = new Headers({ authorization: `Bearer ${secret}` })
    expect(await check('postmark', { ...request, headers: bearer })).toMatchObject({ ok: true })
    for (const name of ['secret', 'token']) {
      const url = `${hookUrl('postmark')}?${name}=${encodeURIComponent(secret ?? '')}`
      expect(await check('postmark', { ...request, url })).toMatchObject({ ok: true })
      expect(await check('postmark', { ...request, url: `${url}x` })).toMatchObject({ code: 'signature' })
    }
  })

  test('mandrill signs the address with its user and password, where it has them', async () => {
    const request = good('mandrill')
    request.headers.set('authorization', `Basic ${Buffer.from('ann:pass').toString('base64')}`)
    expect(await check('mandrill', request)).toMatchObject({ ok: true })
    const elsewhere = { ...request, url: 'https://elsewhere.example/hook' }
    expect(await check('mandrill', elsewhere)).toMatchObject({ code: 'signature' })
  })

  test('postal of before signs with SHA-1', async () => {
    const body = textOf(good('postal'))
    const request = posted('postal', body, signPostalOnce(body))
    expect(await check('postal', request)).toMatchObject({ ok: true })
    expect(await check('postal', withBody(request, `${body} `))).toMatchObject({ code: 'signature' })
  })

  test('texts are compared whole', () => {
    expect(equalInConstantTime('abc', 'abc')).toBe(true)
    expect(equalInConstantTime('abc', 'abcd')).toBe(false)
    expect(equalInConstantTime('', 'abc')).toBe(false)
  })
})

describe('Amazon SNS', () => {
  const topic = 'arn:aws:sns:eu-central-1:123456789012:mail'
  const shared = { MessageId: 'm', Message: 'hello', TopicArn: topic, Timestamp: testNow.toISOString() }
  const confirmation = (SubscribeURL: string) => ({
    ...shared,
    Type: 'SubscriptionConfirmation',
    Token: 't',
    SubscribeURL,
  })
  const send = (message: object, more = {}) =>
    check('amazon_ses', posted('amazon_ses', JSON.stringify(message), {}), testNow, more)

  test('signatures of version 1 (SHA-1) and 2 (SHA-256) are known, no others', async () => {
    const message = { ...shared, Type: 'Notification', Subject: 'a subject' }
    for (const version of ['1', '2'] as const)
      expect(await send(snsMessage(message, version))).toMatchObject({ ok: true })
    expect(await send({ ...snsMessage(message), SignatureVersion: '3' })).toMatchObject({ code: 'signature' })
    expect(await send({ ...snsMessage(message, '1'), SignatureVersion: '2' })).toMatchObject({
      code: 'signature',
    })
  })

  test('the certificate is fetched from Amazon SNS alone', async () => {
    const asked: string[] = []
    const outside = {
      certificate: (url: string) => (asked.push(url), testOutside.certificate(certificateUrl)),
    }
    const sendWith = (SigningCertURL: string) => {
      const message = { ...snsMessage({ ...shared, Type: 'Notification' }), SigningCertURL }
      const request = posted('amazon_ses', JSON.stringify(message), {})
      return receiveDelivery('amazon_ses', request, settingsOf('amazon_ses'), testNow, outside)
    }
    for (const url of [
      'https://sns.eu-central-1.amazonaws.com.evil.example/c.pem',
      'http://sns.eu-central-1.amazonaws.com/c.pem',
      'https://sns.eu-central-1.amazonaws.com:8443/c.pem',
      'https://user@sns.eu-central-1.amazonaws.com/c.pem',
      'https://evil.example/sns.eu-central-1.amazonaws.com/c.pem',
      'https://bucket.s3.amazonaws.com/c.pem',
      'https://sns.eu-central-1.amazonaws.com/?Action=GetTopic',
      'not an address',
    ])
      expect(await sendWith(url)).toMatchObject({ ok: false, code: 'signature' })
    expect(asked).toEqual([])
    expect(await sendWith(certificateUrl)).toMatchObject({ ok: true })
    expect(asked).toEqual([certificateUrl])
  })

  test('without a certificate nothing is believed', async () => {
    const request = good('amazon_ses')
    const received = await receiveDelivery('amazon_ses', request, settingsOf('amazon_ses'), testNow)
    expect(received).toMatchObject({ ok: false, code: 'signature' })
  })

  test('a topic is confirmed towards Amazon alone, and only when it is signed', async () => {
    const address = `https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${topic}&Token=t`
    expect(await send(snsMessage(confirmation(address)))).toEqual({
      ok: false,
      code: 'challenge',
      message: `The topic ${topic} asks to be confirmed.`,
      confirmUrl: address,
      topicArn: topic,
    })
    expect(await send(confirmation(address))).toMatchObject({ code: 'signature' })
    const elsewhere = snsMessage(confirmation('https://sns.eu-central-1.amazonaws.com.evil.example/'))
    expect(await send(elsewhere)).toMatchObject({ code: 'signature' })
  })

  test('another topic than that of the source is refused', async () => {
    const message = snsMessage({ ...shared, Type: 'Notification' })
    expect(await send(message, { topicArn: topic })).toMatchObject({ ok: true })
    expect(await send(message, { topicArn: `${topic}-2` })).toMatchObject({ code: 'signature' })
  })

  test('its addresses are known by region', () => {
    expect(isSnsAddress('https://sns.us-gov-west-1.amazonaws.com/x')).toBe(true)
    expect(isSnsAddress('https://sns.amazonaws.com/x')).toBe(false)
    expect(isSnsAddress('https://sns.a.b.amazonaws.com/x')).toBe(false)
  })
})

describe('questions at set-up', () => {
  const asking = (provider: Provider, method: string, query = ''): EspRequest => ({
    method,
    url: hookUrl(provider) + query,
    headers: new Headers(),
    rawBody: Buffer.alloc(0),
  })

  test('Mailchimp asks by GET, with the secret in the address', async () => {
    const query = `?secret=${encodeURIComponent(settingsOf('mailchimp').secret ?? '')}`
    expect(await check('mailchimp', asking('mailchimp', 'GET', query))).toMatchObject({ code: 'challenge' })
    expect(await check('mailchimp', asking('mailchimp', 'GET'))).toMatchObject({ code: 'signature' })
  })

  test('Mandrill asks before it has a key, and sends no events then', async () => {
    expect(await check('mandrill', asking('mandrill', 'HEAD'))).toMatchObject({ code: 'challenge' })
    expect(await check('mandrill', requestOf('mandrill', []))).toMatchObject({ code: 'challenge' })
  })

  test('others do not ask', async () => {
    expect(await check('sendgrid', asking('sendgrid', 'GET'))).toMatchObject({ code: 'malformed' })
  })

  test('a body of another shape is malformed, not silently nothing', async () => {
    const basic = { authorization: good('postmark').headers.get('authorization') ?? '' }
    expect(await check('postmark', posted('postmark', 'not json', basic))).toMatchObject({
      code: 'malformed',
    })
    expect(await check('postmark', posted('postmark', '"text"', basic))).toMatchObject({ code: 'malformed' })
    const form = { ...basic, 'content-type': 'multipart/form-data; boundary=x' }
    expect(await check('mailchimp', posted('mailchimp', 'no parts', form))).toMatchObject({
      code: 'malformed',
    })
  })
})
