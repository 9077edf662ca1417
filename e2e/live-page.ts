import { test as plain } from '@playwright/test'

/** As Playwright's, but a page that was opened is live: nothing is pressed before the script listens. */
export const test = plain.extend({
  page: async ({ page, baseURL }, run) => {
    const open = page.goto.bind(page)
    page.goto = async (address, options) => {
      const response = await open(address, options)
      if (new URL(address, baseURL).origin === new URL(baseURL ?? '').origin) {
        await page.locator('html[data-live]').waitFor({ state: 'attached' })
      }
      return response
    }
    await run(page)
  },
})
