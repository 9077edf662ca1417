import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { test } from './live-page'

const data = process.env.GRAVITAS_TEST_DATA ?? path.resolve(import.meta.dirname, '../../shared/data')
const relax = path.join(data, 'relax/events.csv')

async function choose(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto('/w/demo/sources')
  await page.getByLabel('File to import').setInputFiles(file)
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeVisible()
}

test('a log with faults is checked, mended by an assumption, imported, and its refused rows handed back', async ({
  page,
}) => {
  const rows = Array.from(
    { length: 120 },
    (_, i) => `person-${i % 40},${i % 3 ? 'opened' : 'shared'},"${1 + (i % 28)} Mar, 09:${10 + (i % 50)}"`,
  )
  const csv = ['user,event,time', ...rows, 'guest,opened,"3 Mar, 10:00"', 'person-1,opened,yesterday'].join(
    '\n',
  )
  await choose(page, { name: 'faulty.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })

  await page.getByRole('button', { name: 'Check without importing' }).click()
  await expect(page.getByText('faulty.csv was checked, nothing was imported yet')).toBeVisible()
  await expect(page.getByText('Of 122 rows: 0 can be imported, 122 refused.')).toBeVisible()

  await page.getByLabel('Year of times that name none').fill('2014')
  await page.getByLabel('Time zone of times that name none').selectOption('UTC')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('Of 122 rows: 120 accepted, 0 already there, 2 refused.')).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the refused rows' }).click()
  const text = await (await (await download).createReadStream()).toArray()
  expect(Buffer.concat(text).toString()).toContain('yesterday')

  await page.getByRole('link', { name: 'Open the overview' }).click()
  await expect(page.getByText('This is a starter model')).toBeVisible()
  await expect(page.getByText(/of active people are in Power/)).toBeVisible()
})

test('a real log of 226,334 events is imported, opens on June 2014, scored, and adds nothing the second time', async ({
  page,
}) => {
  test.skip(!existsSync(relax), 'The data folder is absent, so the real log is not imported.')
  test.setTimeout(180_000)
  await choose(page, relax)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('Of 226,334 rows: 226,334 accepted, 0 already there, 0 refused.')).toBeVisible({
    timeout: 90_000,
  })
  await page.getByRole('link', { name: 'Open the overview' }).click()
  await expect(page.getByText('As of 7 Jun 2014, 00:00 UTC')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/of active people are in Power/)).toBeVisible()

  await choose(page, relax)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('Of 226,334 rows: 0 accepted, 226,334 already there, 0 refused.')).toBeVisible({
    timeout: 90_000,
  })
})
