import { expect, type Page } from '@playwright/test'
import { test } from './live-page'
import { startEmpty } from './new-workspace'

const names = [
  'Task Created',
  'Task Completed',
  'Comment Added',
  'Member Invited',
  'Project Created',
  'Login',
]

/** Two months of 240 people, some of whom do much and some little, each of them rather one thing than another. */
function log(): string {
  const rows = ['user_id,event,timestamp']
  let seed = 7
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  for (let person = 0; person < 240; person += 1) {
    const events = 2 + Math.floor(40 * random() ** 2)
    for (let n = 0; n < events; n += 1) {
      const name = names[Math.floor(random() ** (1 + (person % 3)) * names.length)]
      const at = new Date(Date.UTC(2026, 1, 1) + random() * 58 * 86_400_000).toISOString()
      rows.push(`p${person}@example.org,${name},${at}`)
    }
  }
  return rows.join('\n')
}

/** A column of the tiers, top down: Power, Regular, At-risk, All. */
const column = (page: Page, table: string, index: number) =>
  page
    .getByRole('table', { name: table })
    .locator(`tbody tr td:nth-of-type(${index})`)
    .allTextContents()
    .then((cells) => cells.slice(0, 4))

test('a model is begun from a template, a weight moved, published, compared and rolled back', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await startEmpty(page, 'Tuning', 'tuning')
  await page.goto('/w/tuning/sources')
  const file = { name: 'log.csv', mimeType: 'text/csv', buffer: Buffer.from(log()) }
  await page.getByLabel('File to import').setInputFiles(file)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText(/accepted, 0 already there, 0 refused/)).toBeVisible({ timeout: 60_000 })

  await page.goto('/w/tuning/models')
  await page.getByRole('link', { name: 'New model' }).click()
  await page.getByRole('radio', { name: 'Project management' }).click()
  await expect(page.getByRole('button', { name: 'Event for Completed a task: Task Completed' })).toBeVisible()
  await expect(
    page.getByRole('button', { name: 'Event for Invited a teammate: Member Invited' }),
  ).toBeVisible()
  await page.getByLabel('Name of the model').fill('Teamwork')
  await page.getByRole('button', { name: 'Make the draft' }).click()

  await expect(page).toHaveURL(/\/models\/[0-9a-f-]{36}$/)
  const address = page.url()
  await expect(page.getByText(/^Your draft places/)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Publish v1' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish v1' }).click()
  await expect(page.getByText('Live v1 · draft v2')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Your draft moves nobody to another tier')).toBeVisible({ timeout: 60_000 })

  const tiers = 'Tiers under the draft'
  const live = await column(page, tiers, 1)
  expect(await column(page, tiers, 2)).toEqual(live)
  const slider = page.getByRole('slider', { name: 'Weight of Completed a task' })
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(page.getByText(/^Your draft moves [1-9]\d* of \d+ people to another tier/)).toBeVisible()
  const answer = await page.getByText(/^Your draft moves/).textContent()
  const moved = Number(/moves (\d+) of/.exec(answer ?? '')?.[1])
  const draft = await column(page, tiers, 2)
  expect(draft).not.toEqual(live)

  const down = page.getByRole('table', { name: 'Down: people whose score the draft moves most' })
  await expect(down.getByRole('link').first()).toBeVisible({ timeout: 15_000 })
  await expect(down.getByText(/Completed a task/).first()).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: `Export ${moved}` }).click()
  const csv = Buffer.concat(await (await (await saved).createReadStream()).toArray()).toString()
  expect(csv.split('\n').filter((line) => line.includes('@example.org'))).toHaveLength(moved)

  await page.getByRole('button', { name: 'Publish v2' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/Completed a task: weight .* → 0/)).toBeVisible()
  await dialog.getByLabel(/^Note/).fill('Finishing counts no more')
  await dialog.getByRole('button', { name: 'Publish v2' }).click()
  await expect(page.getByText('Live v2 · draft v3')).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => column(page, tiers, 1), { timeout: 60_000 }).toEqual(draft)

  await page.goto(`${address}/versions`)
  await expect(page.getByText('Finishing counts no more', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Compare with live' }).click()
  await expect(page.getByText(`v2 moves ${moved} of`)).toBeVisible({ timeout: 30_000 })

  await page.goto(`${address}/versions`)
  await page.getByRole('button', { name: 'Roll back…' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Roll back/ })
    .click()
  await expect(page.getByText('Version 3 is live')).toBeVisible({ timeout: 30_000 })
  await page.goto(address)
  await expect(page.getByText('Live v3 · draft v4')).toBeVisible()
  await expect.poll(() => column(page, tiers, 1), { timeout: 60_000 }).toEqual(live)
})

test('at 390 px the what-if stays in sight while a weight is moved', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/w/tuning/models')
  await page.getByRole('link', { name: 'Teamwork' }).click()
  const strip = page.getByRole('region', { name: 'What the draft does, in short' })
  await expect(strip).toBeVisible({ timeout: 30_000 })
  const before = await strip.textContent()
  const slider = page.getByRole('slider', { name: /^Weight of/ }).last()
  await slider.scrollIntoViewIfNeeded()
  await slider.focus()
  await page.keyboard.press('End')
  await expect(strip).toBeInViewport({ ratio: 1 })
  await expect(slider).toBeInViewport()
  await expect.poll(() => strip.textContent()).not.toBe(before)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
})
