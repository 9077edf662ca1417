import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSecret } from '@/lib/auth/secrets'
import { verifyPassword } from '@/lib/auth/passwords'
import { db } from '@/lib/server/db'
import { applyMigrations } from '@/scripts/databases/apply-migrations.mjs'
import { firstStart } from './first-start'

// A first start wants an empty database, so this file has one of its own.
const shared = process.env.DATABASE_URL ?? ''
const name = `first_start_${process.pid}`

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: shared })
  await client.connect()
  await client.query(sql)
  await client.end()
}

beforeAll(async () => {
  await asAdmin(`CREATE DATABASE ${name}`)
  const url = new URL(shared)
  url.pathname = name
  process.env.DATABASE_URL = url.href
  await applyMigrations({ connectionString: url.href })
})
afterAll(async () => {
  await db().$disconnect()
  await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`)
})

const init = {
  NODE_ENV: 'test' as const,
  GRAVITAS_INIT_EMAIL: ' Grace@Example.org ',
  GRAVITAS_INIT_PASSWORD: 'correct horse',
  GRAVITAS_INIT_WORKSPACE: 'acme',
  GRAVITAS_INIT_API_KEY: 'a-key-for-programs-1',
  GRAVITAS_INIT_WRITE_KEY: 'a-key-for-senders-1',
}

test('a wrong setting stops the start and makes nothing', async () => {
  await expect(firstStart({ ...init, GRAVITAS_INIT_WORKSPACE: 'Not A Slug' }, new Date())).rejects.toThrow(
    /small letters/,
  )
  expect(await db().user.count()).toBe(0)
})

test('the first start makes the owner, the workspace and the keys that were asked for', async () => {
  const { created, signInUrl } = await firstStart(init, new Date())
  expect([created, /\/sign-in\/ln_/.test(signInUrl)]).toEqual([true, true])
  const [user] = await db().user.findMany({ include: { members: { include: { workspace: true } } } })
  expect(user).toMatchObject({
    email: 'grace@example.org',
    members: [{ role: 'owner', workspace: { slug: 'acme' } }],
  })
  expect(await verifyPassword('correct horse', user?.passwordHash ?? null)).toBe(true)
  expect(
    await db().apiKey.findUnique({ where: { keyHash: hashSecret('a-key-for-programs-1') } }),
  ).toMatchObject({ role: 'owner' })
  expect(
    await db().writeKey.findUnique({ where: { keyHash: hashSecret('a-key-for-senders-1') } }),
  ).not.toBeNull()
})

test('the first start queues the demo into the workspace', async () => {
  const workspace = await db().workspace.findFirstOrThrow()
  expect(await db().demoLoad.findMany()).toMatchObject([{ workspaceId: workspace.id, state: 'queued' }])
})

test('a later start changes nothing, and prints another link for the owner', async () => {
  const { created, signInUrl } = await firstStart(
    { ...init, GRAVITAS_INIT_EMAIL: 'other@example.org' },
    new Date(),
  )
  expect([created, /\/sign-in\/ln_/.test(signInUrl)]).toEqual([false, true])
  expect(await db().user.count()).toBe(1)
  expect(await db().workspace.count()).toBe(1)
  expect(await db().demoLoad.count()).toBe(1)
})

test('with GRAVITAS_DEMO=off the workspace stays empty', async () => {
  await db().user.deleteMany()
  await db().workspace.deleteMany()
  expect((await firstStart({ ...init, GRAVITAS_DEMO: 'off' }, new Date())).created).toBe(true)
  expect(await db().demoLoad.count()).toBe(0)
})
