import { expect } from '@playwright/test'
import { test } from './live-page'
import { account, owner } from './signed-in'

test('the printed link leads through the welcome to an overview that says what to do', async ({
  page,
  context,
}) => {
  const link = process.env.SIGN_IN_URL ?? ''
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Welcome to Gravitas' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign in' }).click()

  await expect(page.getByRole('heading', { name: 'Make it yours' })).toBeVisible()
  await page.getByRole('button', { name: 'Save and open the workspace' }).click()
  await expect(page.getByText('Give an e-mail address.')).toBeVisible()
  await page.getByLabel('Your e-mail').fill(account.email)
  await page.getByLabel('Password').fill(account.password)
  await page.getByLabel('Workspace name').fill('Journeys')
  await page.getByLabel('Time zone').selectOption('UTC')
  await page.getByRole('button', { name: 'Save and open the workspace' }).click()

  await expect(page.getByText('Nothing has come in yet.')).toBeVisible()
  await context.storageState({ path: owner })
  await page.getByRole('link', { name: 'Import a file or connect a source' }).click()
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible()
})

test('the link works once, the password from then on, and signing out ends the session', async ({ page }) => {
  await page.goto(process.env.SIGN_IN_URL ?? '')
  await expect(page.getByRole('heading', { name: /has been used or is too old/ })).toBeVisible()

  await page.goto('/w/demo/people')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.getByLabel('E-mail').fill(account.email)
  await page.getByLabel('Password').fill('wrong password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('No account has this e-mail and password.')).toBeVisible()
  await page.getByLabel('Password').fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/w\/demo/)

  const cookies = await page.context().cookies()
  await page.getByRole('button', { name: /^Account:/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  // The token of before names a session that is revoked now.
  await page.context().addCookies(cookies)
  await page.goto('/w/demo')
  await expect(page).toHaveURL(/\/sign-in/)
})
