import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Context } from '@/lib/server/context'
import { db } from '@/lib/server/db'
import { contextOf, makeWorkspace } from '@/lib/server/testing'
import { workspacesOf } from './data'
import { createWorkspace } from './operations'

async function somebody(): Promise<Context> {
  const email = `${randomUUID()}@example.org`
  const { id } = await db().user.create({ data: { email, name: 'Somebody' } })
  const context = contextOf(await makeWorkspace())
  return { ...context, actor: { kind: 'user', id, role: 'admin', label: email } }
}

test('a new workspace belongs to whoever made it, under an address made of its name', async () => {
  const admin = await somebody()
  const name = `Größe ${randomUUID().slice(0, 8)}`
  const made = await createWorkspace(admin, { name, timeZone: 'Europe/Berlin' })
  expect(made).toEqual({
    slug: name.toLowerCase().replace('größe ', 'grosse-'),
    name,
    timeZone: 'Europe/Berlin',
  })
  expect(await workspacesOf(admin.actor.id)).toEqual([{ slug: made.slug, name }])
  const member = await db().member.findFirst({ where: { userId: admin.actor.id } })
  expect(member?.role).toBe('owner')
  const again = await createWorkspace(admin, { name, timeZone: 'UTC' })
  expect(again.slug).toBe(`${made.slug}-2`)
})

test('an address that is taken is refused when it was asked for', async () => {
  const admin = await somebody()
  const slug = `mine-${randomUUID().slice(0, 8)}`
  await createWorkspace(admin, { name: 'Mine', slug, timeZone: 'UTC' })
  await expect(createWorkspace(admin, { name: 'Mine', slug, timeZone: 'UTC' })).rejects.toMatchObject({
    code: 'conflict',
    path: ['slug'],
  })
})

test('a key makes no workspace, as it would belong to nobody', async () => {
  const key = contextOf(await makeWorkspace())
  await expect(createWorkspace(key, { name: 'Mine', timeZone: 'UTC' })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
