import { describe, expect, test } from 'vitest'
import { handleDelivery } from '@/lib/ingest/handle-delivery'
import { storedIds } from '@/lib/ingest/testing'
import type { Context } from '@/lib/server/context'
import { db } from '@/lib/server/db'
import { contextOf, makeWorkspace } from '@/lib/server/testing'
import {
  createProvider,
  disableProvider,
  listDeliveries,
  listProviders,
  setSecret,
  testProvider,
} from './operations'
import { providerNames } from './provider-words'
import { deliveriesPageSchema, providersPageSchema } from './schema'

const newOwner = async () => contextOf(await makeWorkspace())

/** Brevo's own request, at the address that was answered. */
function deliver(url: string, events: object[]) {
  const [, provider = '', source = ''] = /esp\/([^/]+)\/([^?]+)/.exec(url) ?? []
  const body = JSON.stringify(
    events.map((event) => ({ email: 'ann@example.com', 'message-id': 'm', ...event })),
  )
  return handleDelivery(new Request(url, { method: 'POST', body }), { provider, source })
}

const only = async (context: Context) => {
  const { items } = providersPageSchema.parse(await listProviders(context, {}))
  if (items.length !== 1 || !items[0]) throw new Error('expected one')
  return items[0]
}

describe('connecting a provider', () => {
  test('answers an address that works as it stands where the secret may be ours', async () => {
    const context = await newOwner()
    const { id, url } = await createProvider(context, { provider: 'brevo', name: ' Newsletters ' })
    expect(url).toMatch(
      /^http:\/\/localhost:3000\/api\/webhooks\/esp\/brevo\/[0-9a-f-]{36}\?secret=[\w-]{32}$/,
    )
    expect((await deliver(url, [{ event: 'delivered', ts_event: 1_700_000_000 }])).status).toBe(200)
    expect((await deliver(url.replace('?secret=', '?secret=x'), [{}])).status).toBe(401)
    const item = await only(context)
    expect(item).toMatchObject({
      id,
      name: 'Newsletters',
      hasSecret: true,
      accepted: 1,
      events: 1,
      duplicates: 0,
      failures: 1,
    })
    expect(item.url).toBe(url.split('?')[0])
    expect(item.lastDeliveryAt).toBeInstanceOf(Date)
  })

  test('keeps the secret out of every answer, out of the audit and sealed in the store', async () => {
    const context = await newOwner()
    const secret = 'signing-key-of-theirs'
    const { id, url } = await createProvider(context, { provider: 'mailgun', name: 'Ours', secret })
    await setSecret(context, { id, secret: `${secret}-2` })
    const workspaceId = context.workspace.id
    const kept = JSON.stringify([
      url,
      await listProviders(context, {}),
      await db().auditEntry.findMany({ where: { workspaceId } }),
      await db().providerSource.findMany({ where: { workspaceId } }),
    ])
    expect(kept).toContain('providers.create')
    expect(kept).not.toContain(secret)
  })

  test('refuses what is no public key, and takes one later', async () => {
    const context = await newOwner()
    const wrong = createProvider(context, { provider: 'sendgrid', name: 'Ours', secret: 'nonsense' })
    await expect(wrong).rejects.toMatchObject({ code: 'invalid', path: ['secret'] })
    const { id } = await createProvider(context, { provider: 'sendgrid', name: 'Ours' })
    expect((await only(context)).hasSecret).toBe(false)
    await expect(setSecret(context, { id, secret: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('ends when it is disabled, once', async () => {
    const context = await newOwner()
    const { id, url } = await createProvider(context, { provider: 'brevo', name: 'Ours' })
    await disableProvider(context, { id })
    expect((await deliver(url, [{}])).status).toBe(404)
    expect((await only(context)).disabledAt).toEqual(context.now)
    for (const again of [disableProvider, testProvider])
      await expect(again(context, { id })).rejects.toMatchObject({ code: 'not_found' })
    expect((await listDeliveries(context, { id })).items).toEqual([])
  })
})

describe('what was delivered', () => {
  test('is listed newest first, page by page, with totals by outcome, reason and unknown type', async () => {
    const context = await newOwner()
    const { id, url } = await createProvider(context, { provider: 'brevo', name: 'Ours' })
    const at = { ts_event: 1_700_000_000 }
    await deliver(url, [
      { event: 'click', ...at },
      { event: 'novelty', ...at },
      { event: 'sent', ...at },
    ])
    await deliver(url, [
      { event: 'click', ...at },
      { event: 'novelty', ...at },
    ])
    await deliver(`${url}x`, [])
    await testProvider(context, { id })
    const now = { ...context, now: new Date() }
    const first = deliveriesPageSchema.parse(await listDeliveries(now, { id, limit: 3 }))
    const cursor = first.nextCursor ?? undefined
    const second = deliveriesPageSchema.parse(await listDeliveries(now, { id, limit: 3, cursor }))
    const all = [...first.items, ...second.items]
    expect(all.length).toBe(4)
    expect(all.map(({ receivedAt }) => receivedAt.getTime())).toEqual(
      all.map(({ receivedAt }) => receivedAt.getTime()).sort((a, b) => b - a),
    )
    expect(second.nextCursor).toBeNull()
    expect(all.find(({ accepted }) => accepted === 1)?.body).toContain('novelty')
    expect(first.totals).toEqual({
      outcomes: { ok: 2, signature: 1, stale: 0, malformed: 0, challenge: 0 },
      accepted: 1,
      duplicates: 1,
      ignored: { sent: 1 },
      unknown: { novelty: 2 },
    })
  })
})

describe('a test', () => {
  const secrets: Record<string, string> = {
    ...{ resend: 'whsec_c2VjcmV0', mailgun: 'k', mandrill: 'k' },
    ...{ mailersend: 'k', mailtrap: 'k', unisender_go: 'k' },
  }

  test.each(providerNames)('of %s says what came of it and is counted nowhere', async (provider) => {
    const context = await newOwner()
    const secret = secrets[provider]
    const { id } = await createProvider(context, { provider, name: 'Ours', secret })
    const { outcome, message, verified } = await testProvider(context, { id })
    expect([outcome, verified]).toEqual(['ok', !['sendgrid', 'amazon_ses', 'postal'].includes(provider)])
    expect(message).toContain('test@example.com')
    expect((await listDeliveries(context, { id })).items).toMatchObject([{ test: true, outcome, message }])
    expect(await only(context)).toMatchObject({ accepted: 0, failures: 0, lastDeliveryAt: null })
    expect(await storedIds(context.workspace.id)).toEqual([])
  })

  test('of a source without its secret says that nothing is believed', async () => {
    const context = await newOwner()
    const { id } = await createProvider(context, { provider: 'mailgun', name: 'Ours' })
    expect(await testProvider(context, { id })).toMatchObject({ outcome: 'signature', verified: true })
    expect((await only(context)).failures).toBe(0)
  })
})
