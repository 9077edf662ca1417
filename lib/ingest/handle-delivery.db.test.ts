import { hash, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { POST } from '@/app/api/webhooks/esp/[provider]/[source]/route'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { db } from '@/lib/server/db'
import { createProviderSource, deleteOldDeliveries, findProviderSource } from '@/lib/sources/providers/data'
import { AppError } from '@/lib/server/errors'
import { Batcher, batcher } from './batcher'
import type { EspRequest } from './esp/delivery'
import type { Provider } from './esp/providers'
import { sampleDelivery } from './esp/sample-delivery'
import { told } from './esp/testing-deliveries'
import { asBelieved, recordings, secretOf, sentAt, testTopic } from './esp/testing-recordings'
import { requestOf, settingsOf, snsMessage, testNow, testOutside } from './esp/testing-senders'
import { haveData, withData } from './files/testing-data'
import { handleDelivery } from './handle-delivery'
import { receiveProviderDelivery } from './receive-provider-delivery'
import { ask, newWorkspace, storedIds } from './testing'

const confirmed: string[] = []
const ways = {
  ...testOutside,
  confirm: (url: string) => Promise.resolve(void confirmed.push(url)),
  queue: batcher(),
}

async function connect(provider: Provider, secret = settingsOf(provider).secret ?? null) {
  const { workspaceId } = await newWorkspace()
  return { workspaceId, id: await connectIn(workspaceId, provider, secret) }
}
const connectIn = (workspaceId: WorkspaceId, provider: Provider, secret: string | null) =>
  createProviderSource(workspaceId, { provider, name: 'Theirs', secret, createdBy: 'Test' })

/** Sends it to the source at the address that only the configured origin tells. */
function send(provider: string, source: string, sent: Partial<EspRequest>, given = ways, at = testNow) {
  const { method = 'POST', headers, rawBody } = sent
  const body = method === 'POST' && rawBody ? Buffer.from(rawBody) : undefined
  const address = `http://inside:1234/api/webhooks/esp/${provider}/${source}`
  return handleDelivery(new Request(address, { method, headers, body }), { provider, source }, given, at)
}

const deliveriesOf = (sourceId: string) =>
  db().providerDelivery.findMany({ where: { sourceId }, orderBy: { receivedAt: 'asc' } })
const source = (id: string) => db().providerSource.findUniqueOrThrow({ where: { id } })

describe('a delivery of a provider', () => {
  test('is written, noted, and counts once however often it comes', async () => {
    const { workspaceId, id } = await connect('sendgrid')
    const requests = told.sendgrid.map((one) => requestOf('sendgrid', one.told))
    const first = requests[0] as EspRequest
    const response = await send('sendgrid', id, first)
    expect([response.status, await response.json()]).toEqual([
      200,
      { success: true, accepted: 1, duplicates: 0, ignored: 0, unknown: 0 },
    ])
    for (const request of [...requests, ...requests.toReversed()]) await send('sendgrid', id, request)
    const rows = await ask<Record<string, unknown>>(
      workspaceId,
      `SELECT name, email, source_kind, toString(source_id) AS source FROM events
       WHERE workspace_id = {w:UUID} ORDER BY name`,
    )
    expect(rows.map(({ name }) => name)).toEqual(told.sendgrid.map(({ name }) => name).sort())
    expect(rows[0]).toMatchObject({ email: 'ann@example.com', source_kind: 'webhook', source: id })
    const noted = await deliveriesOf(id)
    expect(noted.length).toBe(1 + 2 * requests.length)
    expect(noted.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(requests.length)
    expect((await source(id)).lastDeliveryAt).toEqual(testNow)
  })

  test('with a wrong signature is 401, with an old one too, and both are counted', async () => {
    const { workspaceId, id } = await connect('resend')
    const request = requestOf('resend', told.resend[0]?.told)
    const changed = {
      ...request,
      rawBody: Buffer.from(request.rawBody.toString().replace('ann', 'bob') + ' '),
    }
    const wrong = await send('resend', id, changed)
    expect([wrong.status, await wrong.json()]).toMatchObject([401, { error: { code: 'signature' } }])
    const late = await send('resend', id, request, ways, new Date(testNow.getTime() + 3_600_000))
    expect([late.status, await late.json()]).toMatchObject([401, { error: { code: 'stale' } }])
    expect((await deliveriesOf(id)).map(({ outcome }) => outcome)).toEqual(['signature', 'stale'])
    expect(await storedIds(workspaceId)).toEqual([])
    expect((await source(id)).lastDeliveryAt).toBeNull()
  })

  test('that cannot be read is 400, and its beginning is kept', async () => {
    const { id } = await connect('postmark')
    const { headers } = requestOf('postmark', {})
    const response = await send('postmark', id, {
      headers,
      rawBody: Buffer.from(`no JSON ${'x'.repeat(40_000)}`),
    })
    expect(response.status).toBe(400)
    const [noted] = await deliveriesOf(id)
    expect([noted?.outcome, noted?.body?.length]).toEqual(['malformed', 32_768])
    expect(noted?.message).not.toBe('')
  })

  test('larger than 2 MB is 413, and noted', async () => {
    const { id } = await connect('postmark')
    const response = await send('postmark', id, { rawBody: Buffer.alloc(2 * 1024 * 1024 + 1, ' ') })
    expect(response.status).toBe(413)
    expect(await deliveriesOf(id)).toMatchObject([{ outcome: 'malformed' }])
  })

  test('of unknown types and of what is no action is counted by type and reason, the body kept', async () => {
    const { id } = await connect('brevo')
    const events = ['deferred', 'request', 'new_thing', 'new_thing', 'delivered'].map((event, ts_event) => ({
      event,
      email: 'ann@example.com',
      ts_event: ts_event + 1_700_000_000,
      'message-id': 'm',
    }))
    const response = await send('brevo', id, requestOf('brevo', events))
    expect(await response.json()).toMatchObject({ accepted: 1, ignored: 2, unknown: 2 })
    const [noted] = await deliveriesOf(id)
    expect(noted).toMatchObject({ ignored: { deferred: 1, queued: 1 }, unknown: { new_thing: 2 } })
    expect(JSON.parse(Buffer.from(noted?.body ?? []).toString())).toEqual(events)
  })

  test('finds nothing under an unknown id, a disabled source or another provider', async () => {
    const { id } = await connect('brevo')
    const request = requestOf('brevo', told.brevo[0]?.told)
    for (const [provider, at] of [
      ['brevo', randomUUID()],
      ['brevo', 'nonsense'],
      ['mailjet', id],
      ['nobody', id],
      ['constructor', id],
    ] as const)
      expect((await send(provider, at, request)).status).toBe(404)
    expect((await send('brevo', id, request)).status).toBe(200)
    await db().providerSource.update({ where: { id }, data: { disabledAt: new Date() } })
    expect((await send('brevo', id, request)).status).toBe(404)
  })

  test('is 503 with Retry-After while the store is away, and comes in when sent again', async () => {
    const { workspaceId, id } = await connect('brevo')
    const request = requestOf('brevo', told.brevo[0]?.told)
    const away = new Batcher(undefined, () => Promise.reject(new AppError('unavailable', 'away')))
    const refused = await send('brevo', id, request, { ...ways, queue: away })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await deliveriesOf(id)).toEqual([])
    expect((await send('brevo', id, request)).status).toBe(200)
    expect((await storedIds(workspaceId)).length).toBe(1)
  })

  test('of Mandrill is signed over the configured address, not over what the request says of its host', async () => {
    const { id } = await connect('mandrill', 'key')
    const url = `http://localhost:3000/api/webhooks/esp/mandrill/${id}`
    const request = sampleDelivery('mandrill', { url, secret: 'key', now: testNow })
    request.headers.set('host', 'elsewhere.example')
    expect((await send('mandrill', id, request)).status).toBe(200)
  })

  test('is forgotten after thirty days', async () => {
    const { id } = await connect('brevo')
    const request = requestOf('brevo', told.brevo[0]?.told)
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
    for (const days of [31, 29]) await send('brevo', id, request, ways, daysAgo(days))
    await deleteOldDeliveries(new Date())
    expect((await deliveriesOf(id)).length).toBe(1)
  })
})

describe('questions at set-up', () => {
  test('are answered: Mandrill and Mailchimp ask whether the address is there', async () => {
    const mandrill = await connect('mandrill', null)
    const head = await send('mandrill', mandrill.id, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    const { id } = await connect('mailchimp', 'key')
    const asked = new Request(`http://inside/api/webhooks/esp/mailchimp/${id}?secret=key`)
    expect((await handleDelivery(asked, { provider: 'mailchimp', source: id }, ways, testNow)).status).toBe(
      200,
    )
    expect(await deliveriesOf(id)).toMatchObject([{ outcome: 'challenge' }])
  })

  test('by nobody who delivers are refused without a note', async () => {
    const { id } = await connect('brevo')
    expect((await send('brevo', id, { method: 'GET' })).status).toBe(400)
    expect(await deliveriesOf(id)).toEqual([])
  })

  test('a topic of Amazon is confirmed once, and no other is listened to', async () => {
    const { workspaceId, id } = await connect('amazon_ses')
    const confirmation = (TopicArn: string, host = 'sns.eu-central-1.amazonaws.com') =>
      snsRequest({
        Type: 'SubscriptionConfirmation',
        MessageId: 'c',
        Token: 't',
        Message: 'You have chosen',
        SubscribeURL: `https://${host}/?Action=ConfirmSubscription`,
        TopicArn,
        Timestamp: testNow.toISOString(),
      })
    const notification = requestOf('amazon_ses', told.amazon_ses[0]?.told)
    expect((await send('amazon_ses', id, notification)).status).toBe(401)
    expect((await send('amazon_ses', id, confirmation(testTopic, 'evil.example'))).status).toBe(401)
    expect(confirmed).toEqual([])
    const failing = { ...ways, confirm: () => Promise.reject(new Error('Amazon SNS answered 500')) }
    expect((await send('ses', id, confirmation(testTopic), failing)).status).toBe(503)
    expect((await source(id)).topicArn).toBeNull()
    expect((await send('ses', id, confirmation(testTopic))).status).toBe(200)
    expect(confirmed).toEqual(['https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription'])
    expect((await source(id)).topicArn).toBe(testTopic)
    expect((await send('amazon_ses', id, notification)).status).toBe(200)
    expect((await send('amazon_ses', id, confirmation(`${testTopic}-other`))).status).toBe(401)
    expect(confirmed.length).toBe(1)
    expect((await storedIds(workspaceId)).length).toBe(1)
  })
})

const snsRequest = (fields: Record<string, unknown>): Partial<EspRequest> => ({
  headers: new Headers({ 'content-type': 'text/plain' }),
  rawBody: Buffer.from(JSON.stringify(snsMessage(fields))),
})

describe('the route', () => {
  test('is the door', async () => {
    const { workspaceId, id } = await connect('brevo')
    const { headers, rawBody } = requestOf('brevo', told.brevo[0]?.told)
    const request = new Request(`http://inside/api/webhooks/esp/brevo/${id}`, {
      ...{ method: 'POST', headers, body: Buffer.from(rawBody) },
    })
    const response = await POST(request, { params: Promise.resolve({ provider: 'brevo', source: id }) })
    expect(response.status).toBe(200)
    expect((await storedIds(workspaceId)).length).toBe(1)
  })
})

describe.skipIf(!haveData)(withData('the recorded requests of all providers'), () => {
  test('posted shuffled and twice add nothing to what they add once', async () => {
    const { workspaceId } = await newWorkspace()
    const sources = new Map<Provider, string>()
    const once = new Set<string>()
    const orderOf = (round: number, name: string) => hash('sha256', `${round} ${name}`, 'hex')
    for (const round of [1, 2, 3]) {
      const order = recordings.toSorted((a, b) => (orderOf(round, a.name) < orderOf(round, b.name) ? -1 : 1))
      for (const recording of order) {
        const { provider } = recording
        const id = sources.get(provider) ?? (await connectIn(workspaceId, provider, secretOf(provider)))
        if (!sources.has(provider) && provider === 'amazon_ses')
          await db().providerSource.update({ where: { id }, data: { topicArn: testTopic } })
        sources.set(provider, id)
        const found = await findProviderSource(id)
        if (!found) throw new Error(provider)
        const receipt = await receiveProviderDelivery(
          found,
          asBelieved(recording),
          await sentAt(recording),
          ways,
        )
        expect([recording.name, receipt.outcome, receipt.message]).toEqual([recording.name, 'ok', null])
      }
      const ids = await storedIds(workspaceId)
      if (round === 1) for (const id of ids) once.add(id)
      expect(ids).toEqual([...once])
    }
    expect(once.size).toBeGreaterThan(70)
  })
})
