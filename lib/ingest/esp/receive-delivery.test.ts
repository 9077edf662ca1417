import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanEmail } from '@/lib/ingest/clean-id'
import { eventOfAction } from './canonical-action'
import { type Provider, providerOf, providers } from './providers'
import { receiveDelivery } from './receive-delivery'
import { at, everythingTold, mail, mailjet, mailtrap, told, unix } from './testing-deliveries'
import { actionsOf, receive, requestOf, settingsOf, testNow } from './testing-senders'

/** The time of SNS is that of its envelope. */
const timeOf = (provider: Provider) => (provider === 'amazon_ses' ? testNow : new Date(at))

describe('what providers tell', () => {
  test.each(everythingTold)(
    '$provider tells of $name',
    async ({ provider, name, told, messageId, url, listId }) => {
      const [action, ...more] = await actionsOf(provider, told)
      expect(more).toEqual([])
      expect(action).toMatchObject({
        kind: 'action',
        name,
        email: mail,
        occurredAt: timeOf(provider),
        machine: false,
      })
      expect(action?.messageId).toBe(messageId)
      expect(action?.properties).toMatchObject({ provider, ...(messageId !== undefined && { messageId }) })
      expect(action?.properties.url).toBe(url)
      if (listId !== undefined) expect(action?.listId).toBe(listId)
      expect(action && eventOfAction(action)).toMatchObject({
        kind: 'action',
        name,
        email: mail,
        userId: null,
      })
    },
  )

  test.each(Object.keys(providers) as Provider[])('an unknown type of %s is kept', async (provider) => {
    const renamed = JSON.parse(
      JSON.stringify(told[provider][0]?.told).replace(
        /"(event|RecordType|eventType|type|status)":"[^"]*"/g,
        '"$1":"something_new"',
      ),
    ) as unknown
    expect(await receive(provider, renamed)).toMatchObject({
      ok: true,
      actions: [],
      unknown: [{ type: expect.stringContaining('something_new') as string }],
    })
  })

  test('deferred and temporary failures are no bounces', async () => {
    const temporary = { event: 'failed', severity: 'temporary', recipient: mail, timestamp: unix }
    const deferred = { actions: [], unknown: [], ignored: [{ reason: 'deferred', recipient: mail }] }
    expect(await receive('mailgun', temporary)).toMatchObject(deferred)
    expect(await receive('mailtrap', mailtrap('soft bounce'))).toMatchObject(deferred)
    expect(await receive('sendgrid', [{ event: 'deferred', email: mail }])).toMatchObject(deferred)
  })

  test('a message of SendGrid is one, whether delivered (with its smtp-id) or opened (without)', async () => {
    const shared = { email: mail, timestamp: unix, sg_message_id: 'wrfRRvF7Q0.filter0425p1mdw1.13037' }
    const actions = await actionsOf('sendgrid', [
      { ...shared, event: 'delivered', sg_event_id: '1', 'smtp-id': '<wrfRRvF7Q0@ismtpd.sendgrid.net>' },
      { ...shared, event: 'open', sg_event_id: '2' },
    ])
    expect(actions.map(({ messageId }) => messageId)).toEqual(['wrfRRvF7Q0', 'wrfRRvF7Q0'])
  })

  test('an opened message to several addresses of Amazon SES is nobody’s read', async () => {
    const both = {
      eventType: 'Open',
      open: {},
      mail: { messageId: 'm', destination: [mail, 'bob@example.com'] },
    }
    expect(await receive('amazon_ses', both)).toMatchObject({
      actions: [],
      ignored: [{}, { reason: 'unclear_recipient' }],
    })
  })

  test('message ids of 17 digits keep their last ones', async () => {
    const request = requestOf('mailjet', mailjet('open'))
    const rawBody = Buffer.from(Buffer.from(request.rawBody).toString().replace(':7,', ':12345678901234567,'))
    const received = await receiveDelivery('mailjet', { ...request, rawBody }, settingsOf('mailjet'), testNow)
    expect(received).toMatchObject({ actions: [{ messageId: '12345678901234567' }] })
  })

  test('a time more than a day ahead is refused; without a time it is that of arrival', async () => {
    const [ahead] = mailtrap('open', { timestamp: unix + 3 * 86_400 })
    expect(await receive('mailtrap', [ahead])).toMatchObject({
      actions: [],
      ignored: [{ reason: 'bad_time' }],
    })
    const [timeless] = await actionsOf('mailtrap', [{ ...ahead, timestamp: undefined }])
    expect(timeless?.occurredAt).toEqual(testNow)
  })
})

describe('nothing that is sent breaks the door', () => {
  test.each(Object.keys(providers) as Provider[])('%s', async (provider) => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.string(), async (json, more) => {
        for (const rawBody of [json, json + more]) {
          const request = { ...requestOf(provider, JSON.parse(json)), rawBody: Buffer.from(rawBody) }
          expect(typeof (await receiveDelivery(provider, request, settingsOf(provider), testNow)).ok).toBe(
            'boolean',
          )
        }
        const signed = await receive(provider, JSON.parse(json))
        if (signed.ok) for (const { email } of signed.actions) expect(cleanEmail(email)).toBe(email)
      }),
      { numRuns: 60 },
    )
  })

  test('providers are found by the word of their address', () => {
    expect(['sendgrid', 'amazon-ses', 'ses', 'Unisender-Go', 'nobody', 'toString'].map(providerOf)).toEqual([
      'sendgrid',
      'amazon_ses',
      'amazon_ses',
      'unisender_go',
      null,
      null,
    ])
  })
})
