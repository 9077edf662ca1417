import { expect, type Page } from '@playwright/test'

/** Makes an empty workspace by its page; its days are days of UTC. */
export async function startEmpty(page: Page, name: string, slug: string) {
  await page.goto('/w/demo/new')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel(/^Address/).fill(slug)
  await page.getByLabel('Time zone').selectOption('UTC')
  await page.getByRole('button', { name: 'Make the workspace' }).click()
  await expect(page).toHaveURL(new RegExp(`/w/${slug}$`))
  await expect(page.getByText('Nothing has come in yet.')).toBeVisible()
}
