import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { createSignInLink, findSignInLink, spendSignInLink } from './sign-in-links'

const now = new Date('2026-03-02T10:00:00Z')
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

let userId: string
beforeEach(async () => {
  userId = (await db().user.create({ data: { email: `${randomUUID()}@example.org`, name: 'Somebody' } })).id
})

test('a link signs in once', async () => {
  const token = await createSignInLink(db(), userId, now)
  expect((await spendSignInLink(db(), token, hoursLater(1)))?.id).toBe(userId)
  expect(await spendSignInLink(db(), token, hoursLater(1))).toBeNull()
})

test('of ten at once one gets in', async () => {
  const token = await createSignInLink(db(), userId, now)
  const users = await Promise.all(
    Array.from({ length: 10 }, () => spendSignInLink(db(), token, hoursLater(1))),
  )
  expect(users.filter(Boolean)).toHaveLength(1)
})

test('looking at a link does not use it up', async () => {
  const token = await createSignInLink(db(), userId, now)
  for (let look = 0; look < 3; look++) expect((await findSignInLink(db(), token, now))?.id).toBe(userId)
  expect((await spendSignInLink(db(), token, now))?.id).toBe(userId)
  expect(await findSignInLink(db(), token, now)).toBeNull()
})

test('a link ends after 24 hours, and an invented one never worked', async () => {
  const token = await createSignInLink(db(), userId, now)
  expect(await spendSignInLink(db(), token, hoursLater(24))).toBeNull()
  expect(await spendSignInLink(db(), 'ln_invented', now)).toBeNull()
})

test('the token itself is stored nowhere', async () => {
  const token = await createSignInLink(db(), userId, now)
  expect(JSON.stringify(await db().signInLink.findMany({ where: { userId } }))).not.toContain(token)
})
