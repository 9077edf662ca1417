import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { test } from './live-page'
import { startEmpty } from './new-workspace'

const data = process.env.GRAVITAS_TEST_DATA ?? path.resolve(import.meta.dirname, '../../shared/data')
const orders = path.join(data, 'online-retail/events.csv')

test('a shop’s orders open on December 2011, and a model of what was spent explains every score', async ({
  page,
  request,
  baseURL,
}) => {
  test.skip(!existsSync(orders), 'The data folder is absent, so the real orders are not imported.')
  test.setTimeout(180_000)
  await startEmpty(page, 'Orders', 'orders')

  await page.goto('/w/orders/sources')
  await page.getByLabel('File to import').setInputFiles(orders)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText(/^Of 22,190 rows: 22,190 accepted/)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Open the overview' }).click()
  await expect(page.getByText('As of 10 Dec 2011, 00:00 UTC')).toBeVisible({ timeout: 60_000 })

  await page.goto('/w/orders/settings')
  await page.getByLabel('Name of the key').fill('Orders')
  await page.getByLabel('Role').selectOption('editor')
  await page.getByRole('button', { name: 'Make an API key' }).click()
  const key = (await page.getByLabel('API key', { exact: true }).textContent()) ?? ''
  const call = async (method: 'get' | 'post', address: string, body?: object) => {
    const headers = { authorization: `Bearer ${key}` }
    const answer = await request[method](`${baseURL}/api/v1${address}`, { headers, data: body })
    expect(answer.ok(), `${address}: ${await answer.text()}`).toBe(true)
    return answer.json()
  }
  const { id } = await call('post', '/models', {
    kind: 'engagement',
    name: 'Spending',
    window: { days: 90 },
    population: { activeWithinDays: 365 },
    behaviors: [
      {
        key: 'spent',
        name: 'Spent',
        match: { events: ['order_placed'] },
        measure: { type: 'sum', property: 'value' },
        curve: { type: 'log' },
        weight: 1,
        value: 5,
      },
    ],
  })
  const { runId } = await call('post', `/models/${id}/publish`, { note: 'What was spent' })
  await expect.poll(async () => (await call('get', `/runs/${runId}`)).state, { timeout: 60_000 }).toBe('done')

  const best = await call('get', `/models/${id}/scores?minScore=80&limit=1`)
  const { personId, raw, asOf } = best.items[0]
  expect(asOf).toBe('2011-12-10T00:00:00.000Z')
  const why = await call('get', `/people/${encodeURIComponent(personId)}/explanation?model=${id}`)
  const [spent] = why.score.behaviors
  expect(spent.term).toBeCloseTo(raw, 9)
  expect(spent.counted).toBeCloseTo(Math.log(1 + spent.n), 9)

  await page.goto(`/w/orders/people/${encodeURIComponent(personId)}`)
  await expect(page.getByText('Spending v1')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Spent/ })).toBeVisible()
})
