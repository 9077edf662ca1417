import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from './live-page'
import { writeKey } from './signed-in'

const address = 'grace.palette@example.org'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search and commands' })

async function openPalette(page: Page) {
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('combobox')).toBeFocused()
}

test.beforeAll(async ({ request, baseURL }) => {
  const events = Array.from({ length: 5 }, (_, n) => ({
    type: 'track',
    event: 'Opened',
    messageId: `palette-${n}`,
  }))
  const batch = [{ type: 'identify', messageId: 'palette-who', traits: { email: address } }, ...events]
  const answer = await request.post(`${baseURL}/v1/batch`, {
    data: { writeKey, batch: batch.map((message) => ({ ...message, userId: 'palette-1' })) },
  })
  expect(answer.status()).toBe(200)
})

test('the palette leads to a page, to a person by a part of their e-mail, and closes with Escape', async ({
  page,
}) => {
  await page.goto('/w/demo')
  await openPalette(page)
  await page.keyboard.type('eve')
  await expect(palette(page).getByRole('option', { name: /Events/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/w\/demo\/events$/)
  await expect(palette(page)).toBeHidden()

  await openPalette(page)
  await page.keyboard.type('grace.pal')
  await expect(palette(page).getByRole('option', { name: new RegExp(address) })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/w\/demo\/people\/palette-1$/)

  await openPalette(page)
  await page.keyboard.type('nobody at all')
  await expect(palette(page).getByText('Nothing is called that.', { exact: false })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
})

test('the palette switches the theme and scores, and the tray tells of the run', async ({ page }) => {
  await page.goto('/w/demo')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.keyboard.type('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await openPalette(page)
  await page.keyboard.type('score now')
  await expect(
    palette(page)
      .getByRole('option', { name: /Score now/ })
      .first(),
  ).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeHidden()
  const tray = page.getByRole('region', { name: 'Activity', exact: true })
  await expect(tray.getByText(/^Scor(ing|es of)/).first()).toBeVisible()
  await expect(tray.getByText(/^done/).first()).toBeVisible({ timeout: 30_000 })
})

test('g and a letter go to a page, ? lists the shortcuts, and neither does so while somebody types', async ({
  page,
}) => {
  await page.goto('/w/demo')
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(list.getByText('Search on the page')).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await expect(list).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(page).toHaveURL(/\/w\/demo$/)

  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await expect(page).toHaveURL(/\/w\/demo\/people$/)
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: 'Search people' })
  await expect(search).toBeFocused()
  await page.keyboard.type('palette?ge')
  await expect(search).toHaveValue('palette?ge')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page).toHaveURL(/\/people/)
})

test('from the search the arrow keys lead through the people, and Enter opens one', async ({ page }) => {
  await page.goto('/w/demo/people?search=palette-1')
  await expect(page.getByRole('row', { name: new RegExp(address) })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('row', { name: new RegExp(address) })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/w\/demo\/people\/palette-1$/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`palette and list of shortcuts have no fault that axe finds, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto('/w/demo')
    for (const [keys, name] of [
      ['Control+k', 'Search and commands'],
      ['?', 'Keyboard shortcuts'],
    ] as const) {
      await page.keyboard.press(keys)
      await expect(page.getByRole('dialog', { name })).toBeVisible()
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      )
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })
}

test('on a phone of 390 px the palette takes the whole width, and opens from the navigation', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/w/demo')
  await page.getByRole('button', { name: 'Show navigation' }).click()
  await page
    .getByRole('dialog', { name: 'Navigation' })
    .getByRole('button', { name: 'Search', exact: true })
    .click()
  await expect(palette(page).getByRole('combobox')).toBeFocused()
  expect(await palette(page).boundingBox()).toMatchObject({ x: 0, y: 0, width: 390 })
})
