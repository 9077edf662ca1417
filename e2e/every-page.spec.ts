import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, type Page, expect } from '@playwright/test'
import { test } from './live-page'
import { apiKey } from './signed-in'

const pages = [
  { name: 'overview', path: '/w/demo' },
  { name: 'models', path: '/w/demo/models' },
  { name: 'new model', path: '/w/demo/models/new' },
  { name: 'model', path: '/w/demo/models/{model}' },
  { name: 'versions', path: '/w/demo/models/{model}/versions' },
  { name: 'compare', path: '/w/demo/models/{model}/compare' },
  { name: 'people', path: '/w/demo/people' },
  { name: 'events', path: '/w/demo/events' },
  { name: 'sources', path: '/w/demo/sources' },
  { name: 'settings', path: '/w/demo/settings' },
  { name: 'contacts without a model', path: '/w/demo/contacts' },
  // What the journey of contact-stars.spec has made.
  { name: 'contacts', path: '/w/mailing/contacts' },
  { name: 'contact list', path: '/w/mailing/contacts/list' },
  { name: 'contact', path: '/w/mailing/contacts/recipient@example.com' },
  { name: 'contact model', path: '/w/mailing/models/{contact model}' },
  { name: 'old actions', path: '/w/mailing/models/{contact model}/truncation' },
  { name: 'versions of a contact model', path: '/w/mailing/models/{contact model}/versions' },
]
const open = [
  { name: 'sign-in', path: '/sign-in?error=none' },
  { name: 'used link', path: '/sign-in/ln_gone' },
  { name: 'not found', path: '/nowhere' },
]

/** The address of a page; `{model}` is the first model of the demo workspace, `{contact model}` that of the mailing. */
async function address(path: string, page: Page, request: APIRequestContext, baseURL: string | undefined) {
  if (path.includes('{contact model}')) {
    const answer = await page.request.post(`${baseURL}/api/read/models.list?workspace=mailing`, { data: {} })
    return path.replace('{contact model}', (await answer.json()).items[0].id)
  }
  if (!path.includes('{model}')) return path
  const headers = { authorization: `Bearer ${apiKey}` }
  const answer = await request.get(`${baseURL}/api/v1/models?limit=1`, { headers })
  return path.replace('{model}', (await answer.json()).items[0].id)
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, path } of [...pages, ...open]) {
    test(`${name} has no fault that axe finds, in ${colorScheme}`, async ({ page, request, baseURL }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.goto(await address(path, page, request, baseURL))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      )
    })
  }
}

for (const { name, path } of pages) {
  test(`${name} fits a phone of 390 px and its navigation opens`, async ({ page, request, baseURL }) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(await address(path, page, request, baseURL))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: 'Show navigation' }).click()
    await expect(page.getByRole('link', { name: 'Overview' })).toBeVisible()
    expect(faults).toEqual([])
  })
}
