import { expect } from '@playwright/test'
import { test } from './live-page'

test('an API key is shown once, reads the workspace, and is refused once revoked', async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto('/w/demo/settings')
  await page.getByLabel('Name of the key').fill('Nightly export')
  await page.getByLabel('Role').selectOption('viewer')
  await page.getByRole('button', { name: 'Make an API key' }).click()
  const key = (await page.getByLabel('API key', { exact: true }).textContent()) ?? ''
  const read = () =>
    request.get(`${baseURL}/api/v1/workspace`, { headers: { authorization: `Bearer ${key}` } })
  const answer = await read()
  expect([answer.status(), (await answer.json()).slug]).toEqual([200, 'demo'])

  await page.reload()
  await expect(page.getByText(key)).toHaveCount(0)
  await page
    .getByRole('row', { name: /Nightly export/ })
    .getByRole('button', { name: 'Revoke' })
    .click()
  await page.getByRole('button', { name: 'Revoke the key' }).click()
  await expect(page.getByRole('row', { name: /Nightly export/ }).getByText('Revoked')).toBeVisible()
  expect((await read()).status()).toBe(401)
})

test('the workspace is renamed, and a wrong name is refused in words', async ({ page }) => {
  await page.goto('/w/demo/settings')
  await page.getByLabel('Name', { exact: true }).fill('')
  await page.getByRole('button', { name: 'Save the workspace' }).click()
  await expect(page.getByText('Give the workspace a name.')).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill('Renamed journeys')
  await page.getByRole('button', { name: 'Save the workspace' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Workspace: Renamed journeys' })).toBeVisible()
})
