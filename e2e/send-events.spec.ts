import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { test } from './live-page'
import { Analytics } from '@segment/analytics-node'

const library = path.resolve(import.meta.dirname, '../node_modules/@segment/analytics-next/dist/umd/index.js')

async function makeWriteKey(page: Page, name: string): Promise<string> {
  await page.goto('/w/demo/sources')
  await page.getByLabel('Name of the source').fill(name)
  await page.getByRole('button', { name: 'Make a write key' }).click()
  const key = await page.getByLabel('Write key', { exact: true }).textContent()
  await expect(page.locator('pre')).toContainText(key ?? 'no key')
  return key ?? ''
}

test('Segment’s Node library sends events that are seen live and scored', async ({ page, baseURL }) => {
  const writeKey = await makeWriteKey(page, 'Server')
  await page.goto('/w/demo/events')
  const analytics = new Analytics({ writeKey, host: baseURL, flushAt: 10 })
  analytics.identify({ userId: 'node-1', traits: { email: 'grace@example.org' } })
  for (let i = 0; i < 30; i++)
    analytics.track({ userId: `node-${i % 6}`, event: 'Report Run', properties: { rows: i } })
  await analytics.closeAndFlush()
  await expect(page.getByText('Report Run').first()).toBeVisible({ timeout: 15_000 })

  await page.goto('/w/demo')
  await page.getByRole('button', { name: 'Score now' }).click()
  await expect(page.getByText(`As of ${new Date().getUTCDate()} `, { exact: false }).first()).toBeVisible({
    timeout: 30_000,
  })
})

test('Segment’s browser library sends from a page of another origin', async ({ page, context, baseURL }) => {
  const writeKey = await makeWriteKey(page, 'Website')
  const html = `<!doctype html><title>Shop</title><script src="/analytics.js"></script><script>
    window.sent = (async () => {
      const [analytics] = await AnalyticsNext.AnalyticsBrowser.load({ writeKey: '${writeKey}', cdnURL: '${baseURL}' })
      await analytics.identify('browser-1', { email: 'shopper@example.org' })
      await analytics.page('Shop')
      await analytics.track('Basket Opened', { items: 3 })
      return true
    })()</script>`
  const server = createServer((request, response) => {
    const script = request.url === '/analytics.js'
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html')
    response.end(script ? readFileSync(library) : html)
  }).listen(0, '127.0.0.1')
  const shop = await context.newPage()
  await shop.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  expect(await shop.evaluate(() => (window as unknown as { sent: Promise<boolean> }).sent)).toBe(true)
  server.close()

  await page.goto('/w/demo/events')
  await expect(page.getByText('Basket Opened').first()).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText('Page Viewed').first()).toBeVisible()
})

test('of a batch of 100 with three bad ones 97 are accepted, and the three stand on Sources', async ({
  page,
  request,
  baseURL,
}) => {
  const writeKey = await makeWriteKey(page, 'Batch')
  const batch = Array.from({ length: 100 }, (_, i) => ({
    type: 'track',
    messageId: `batch-${i}`,
    userId: `batch-${i % 9}`,
    event: 'Opened' as string | undefined,
  }))
  batch[3] = { ...batch[3]!, event: undefined }
  batch[50] = { ...batch[50]!, userId: 'undefined' }
  batch[99] = { ...batch[99]!, type: 'dance' }
  const answer = await request.post(`${baseURL}/v1/batch`, { data: { writeKey, batch } })
  const body = (await answer.json()) as {
    accepted: number
    rejected: { index: number; code: string; message: string }[]
  }
  expect([answer.status(), body.accepted]).toEqual([200, 97])
  expect(body.rejected.map(({ index }) => index)).toEqual([3, 50, 99])

  await page.goto('/w/demo/sources')
  const refused = page.getByRole('table', { name: 'Refused events' })
  for (const { message } of body.rejected) await expect(refused.getByText(message)).toBeVisible()
})
