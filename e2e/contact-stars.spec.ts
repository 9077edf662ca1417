import { generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { type APIRequestContext, expect } from '@playwright/test'
import { test } from './live-page'
import { startEmpty } from './new-workspace'

const data = process.env.GRAVITAS_TEST_DATA ?? path.resolve(import.meta.dirname, '../../shared/data')
const recorded = path.join(data, 'esp/sendgrid')
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** Delivers as SendGrid does: signed with the key of the account, now. */
async function deliver(request: APIRequestContext, url: string, body: string) {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = sign('sha256', Buffer.from(timestamp + body), privateKey).toString('base64')
  return request.post(url, {
    data: body,
    headers: {
      'content-type': 'application/json',
      'x-twilio-email-event-webhook-timestamp': timestamp,
      'x-twilio-email-event-webhook-signature': signature,
    },
  })
}

const at = Date.UTC(2026, 3, 19, 19, 47, 30) / 1000
const mail = { email: 'recipient@example.com', timestamp: at, 'smtp-id': '<first@example.com>' }

/** What SendGrid tells of a first message: as it was recorded, else as it would be. */
function deliveries(): string[] {
  if (existsSync(recorded))
    return readdirSync(recorded)
      .filter((name) => name.endsWith('.json') && !name.endsWith('.expected.json'))
      .map((name) => readFileSync(path.join(recorded, name), 'utf8'))
  return [
    { ...mail, event: 'delivered', sg_event_id: 'd1' },
    { ...mail, event: 'open', sg_event_id: 'o1', timestamp: at + 60 },
    { ...mail, event: 'click', sg_event_id: 'c1', timestamp: at + 90, url: 'https://example.com/' },
    { ...mail, event: 'bounce', sg_event_id: 'b1', type: 'bounce', email: 'noreply@example.com' },
  ].map((event) => JSON.stringify([event]))
}

/** A click as SendGrid tells of it, so long ago that nobody takes several for those of a scanner. */
const click = (message: string, minutesAgo: number) =>
  JSON.stringify([
    {
      event: 'click',
      email: 'recipient@example.com',
      timestamp: Math.floor(Date.now() / 1000) - 60 * minutesAgo,
      sg_event_id: `click-${message}`,
      'smtp-id': `<${message}@example.com>`,
      url: `https://example.com/${message}`,
    },
  ])

test('SendGrid is connected, its deliveries make stars, a bounce is tried, and the 5★ list leaves as CSV', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000)
  await startEmpty(page, 'Mailing', 'mailing')
  await page.getByRole('link', { name: /^Contacts/ }).click()
  await page.getByRole('button', { name: 'Make the usual model and rate everybody' }).click()
  await expect(page.getByText('No contact has done anything yet.')).toBeVisible({ timeout: 30_000 })

  await page.getByRole('link', { name: 'Connect a provider' }).click()
  await page.getByRole('button', { name: 'Add a provider' }).click()
  await page
    .getByLabel('Verification key')
    .fill(publicKey.export({ format: 'der', type: 'spki' }).toString('base64'))
  await page.getByRole('button', { name: 'Add SendGrid' }).click()
  const url = (await page.getByRole('region', { name: 'Address of the webhook' }).textContent())?.trim() ?? ''
  expect(url).toContain('/api/webhooks/esp/sendgrid/')
  await page.getByRole('button', { name: 'Done' }).click()

  const bodies = deliveries()
  for (const body of [...bodies, ...bodies]) expect((await deliver(request, url, body)).status()).toBe(200)
  const unsigned = await request.post(url, { data: '[]', headers: { 'content-type': 'application/json' } })
  expect(unsigned.status()).toBe(401)

  await page.goto('/w/mailing/contacts/list')
  const row = (email: string) => page.getByRole('row').filter({ hasText: email })
  await expect(row('recipient@example.com')).toBeVisible()
  await expect(row('noreply@example.com')).toContainText('1★')
  const before = await row('recipient@example.com').textContent()
  expect(before).toMatch(/[34]★/)

  await page.getByRole('link', { name: 'recipient@example.com' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('recipient@example.com')
  const answer = page.getByText(/recipient@example\.com is at/)
  await expect(answer).toContainText(/is at [34]★/)
  for (const [index, message] of ['a', 'b', 'c', 'd'].entries())
    await deliver(request, url, click(message, 40 - 10 * index))
  await expect(answer).toContainText('is at 5★', { timeout: 10_000 })

  await page.getByRole('button', { name: 'Hard bounce' }).click()
  await expect(page.getByText(/after .*hard bounce; −\d/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.reload()
  await expect(answer).toContainText('is at 5★')

  await page.goto('/w/mailing/contacts')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto('/w/mailing/contacts/list?list=loyal')
  await expect(row('recipient@example.com')).toContainText('5★')
  await expect(row('noreply@example.com')).toHaveCount(0)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ])
  const csv = readFileSync(await file.path(), 'utf8')
  expect(csv).toContain('recipient@example.com')
  expect(csv).not.toContain('noreply@example.com')

  await page.goto('/w/mailing/sources')
  await page.getByRole('button', { name: 'Deliveries of SendGrid' }).click()
  await expect(page.getByRole('dialog').getByText('Not authentic', { exact: true })).toBeVisible()
})
