import { describe, expect, test } from 'vitest'
import type { EspRequest } from './delivery'
import type { Provider } from './providers'
import { receiveDelivery } from './receive-delivery'
import { mail } from './testing-deliveries'
import { actionsOf, posted, requestOf, settingsOf, signSendgrid, testNow } from './testing-senders'

const sentAt = new Date('2026-11-20T11:30:00Z')
const original = '<original@example.org>'
const date = 'Fri, 20 Nov 2026 12:30:00 +0100'

async function repliesIn(provider: Provider, request: EspRequest) {
  const received = await receiveDelivery(provider, request, settingsOf(provider), testNow)
  if (!received.ok) throw new Error(received.message)
  return received.actions
}

const isReply = [{ name: 'reply', email: mail, messageId: original, occurredAt: sentAt, machine: false }]

describe('an answer is a reply of its sender to the message that it answers', () => {
  test('inbound parse of SendGrid, a multipart form', async () => {
    const headers = `Date: ${date}\r\nMessage-ID: <answer@example.com>\r\nIn-Reply-To:\r\n ${original}`
    const form = new FormData()
    form.set('from', `Ann <${mail}>`)
    form.set('headers', headers)
    form.set('attachment1', new Blob(['file']), 'a.txt')
    const made = new Response(form)
    const body = await made.text()
    const timestamp = String(testNow.getTime() / 1000)
    const request = posted('sendgrid', body, {
      ...signSendgrid(body, timestamp),
      'content-type': made.headers.get('content-type') ?? '',
    })
    expect(await repliesIn('sendgrid', request)).toMatchObject(isReply)
  })

  test('a route of Mailgun, a form', async () => {
    const signed = JSON.parse(Buffer.from(requestOf('mailgun', {}, sentAt).rawBody).toString()) as {
      signature: Record<string, string>
    }
    const form = new URLSearchParams({
      sender: mail,
      'Message-Id': '<answer@example.com>',
      'In-Reply-To': original,
      ...signed.signature,
    })
    const request = posted('mailgun', form.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(await repliesIn('mailgun', request)).toMatchObject(isReply)
  })

  test('inbound mail of Postmark, Brevo and Mandrill', async () => {
    const headers = [{ Name: 'In-Reply-To', Value: original }]
    const postmark = { FromFull: { Email: mail }, Date: date, MessageID: 'x', Headers: headers }
    expect(await actionsOf('postmark', postmark)).toMatchObject(isReply)
    const brevo = {
      Uuid: ['u'],
      From: { Address: mail },
      SentAtDate: date,
      MessageId: '<x>',
      InReplyTo: original,
    }
    expect(await actionsOf('brevo', { items: [brevo] })).toMatchObject(isReply)
    const message = { from_email: mail, email: 'us@example.org', headers: { 'In-Reply-To': original } }
    const mandrill = [{ event: 'inbound', ts: sentAt.getTime() / 1000, msg: message }]
    expect(await actionsOf('mandrill', mandrill)).toMatchObject(isReply)
  })
})
