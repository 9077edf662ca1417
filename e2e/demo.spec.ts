import { expect } from '@playwright/test'
import { test } from './live-page'
import { startEmpty } from './new-workspace'

/** "−12.34" or "+5.0" as printed, in units of the last digit, so that sums are exact. */
const units = (text: string | null | undefined, digits: number) =>
  Math.round(Number((text ?? '').replace('−', '-').replace(',', '')) * 10 ** digits)

test('the demo is loaded, its biggest mover opened, and both explanations add up', async ({ page }) => {
  test.setTimeout(480_000)
  await startEmpty(page, 'Playground', 'playground')
  await page.getByRole('button', { name: 'Load the demo' }).first().click()
  await expect(page.getByRole('region', { name: 'Demo under way' })).toBeVisible()

  const movers = page.getByRole('table', { name: 'Biggest movers' })
  await expect(movers.getByRole('row').nth(1)).toBeVisible({ timeout: 300_000 })
  await expect(page.getByText(/of active people are in Power/)).toBeVisible()
  const mover = movers.getByRole('row').nth(1)
  const [after, change] = await Promise.all(
    [3, 4].map((column) =>
      mover
        .locator('td')
        .nth(column - 1)
        .textContent(),
    ),
  )
  await mover.getByRole('link').click()

  await expect(page).toHaveURL(/\/people\//)
  await expect(page.getByRole('heading', { name: 'Why this score' })).toBeVisible()
  const key = page.getByRole('region', { name: 'Key numbers' })
  await expect(key.getByText(after ?? '', { exact: true })).toBeVisible()

  const terms = page.getByRole('table', { name: /^Terms of the raw score/ })
  const printed = await terms.locator('tbody tr td:nth-of-type(3)').allTextContents()
  const total = printed.pop() ?? ''
  expect(printed.reduce((sum, term) => sum + units(term, 2), 0)).toBe(units(total, 2))

  const causes = page.getByRole('table', { name: /^Causes of the change/ })
  const scores = await causes.locator('tbody tr td:nth-of-type(2)').allTextContents()
  const [first = '', ...steps] = scores
  const last = steps.pop() ?? ''
  expect(steps).toHaveLength(7)
  expect(units(first, 1) + steps.reduce((sum, step) => sum + units(step, 1), 0)).toBe(units(last, 1))
  expect(last).toBe(after)
  expect(Math.abs(units(last, 1) - units(first, 1) - units(change, 1))).toBeLessThanOrEqual(1)

  await page.getByRole('radio', { name: 'Key behaviors' }).click()
  await expect(page.getByRole('table', { name: 'Events, newest first' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Identities' })).toBeVisible()
})
