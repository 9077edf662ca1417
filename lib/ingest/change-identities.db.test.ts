import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import type { CanonicalEvent } from './canonical-event'
import { mergeIdentities, separateIdentity } from './change-identities'
import type { Identity } from './identity'
import { countsByPerson, newWorkspace, trackEvent } from './testing'
import { writeIncoming } from './write-events'
import { WriteMemory } from './write-memory'

type Given = Partial<CanonicalEvent>
const user = (userId: string, more: Given = {}): Given => ({ userId, ...more })
const anon = (anonymousId: string, more: Given = {}): Given => ({ userId: null, anonymousId, ...more })
const email = (address: string): Given => ({ userId: null, email: address })
const alias = (previousId: string, userId: string): Given => ({
  kind: 'alias',
  name: 'alias',
  previousId,
  userId,
})

const hour = (n: number) => new Date(Date.UTC(2024, 2, 10, n))

/** A workspace in which every step is an hour after the one before, by a process that remembers all it wrote. */
async function world(...calls: Given[][]) {
  const { workspaceId } = await newWorkspace()
  const memory = new WriteMemory()
  let now = 0
  const write = async (...events: Given[]) => {
    const receivedAt = hour((now += 1))
    const source = { id: workspaceId, kind: 'http' as const }
    const items = events.map((given) => ({ event: trackEvent(randomUUID(), given), source, receivedAt }))
    await writeIncoming(workspaceId, items, { memory })
  }
  for (const events of calls) await write(...events)
  return {
    workspaceId,
    write,
    merge: (id: Identity, into: Identity) => mergeIdentities(workspaceId, { id, into }, hour((now += 1))),
    separate: (id: Identity) => separateIdentity(workspaceId, id, hour((now += 1))),
    people: () => countsByPerson(workspaceId),
  }
}

describe('two users', () => {
  test('are one after a merge, two after it is undone, and one again', async () => {
    const { merge, separate, people } = await world([user('a'), user('a')], [user('b')])
    const one = { 'user:a + user:b': 3 }
    const two = { 'user:a': 2, 'user:b': 1 }
    for (const [id, into] of [['user:a', 'user:b'] as const, ['user:b', 'user:a'] as const]) {
      await merge(id, into)
      expect(await people()).toEqual(one)
      await separate(id)
      expect(await people()).toEqual(two)
    }
  })

  test('are told who they are counted as', async () => {
    const { merge, separate } = await world([user('a')], [user('b')])
    const merged = await merge('user:a', 'user:b')
    expect(merged).toMatchObject({ person: merged.from })
    expect(await separate('user:a')).toMatchObject({ from: merged.from, person: merged.from, to: merged.to })
  })

  test('keep what was claimed for each of them when they are taken apart', async () => {
    const { merge, separate, people } = await world(
      [anon('x'), anon('y'), email('m@example.org'), email('n@example.org')],
      [user('a', { anonymousId: 'x', email: 'm@example.org' })],
      [user('b', { anonymousId: 'y', email: 'n@example.org' })],
    )
    const apart = await people()
    await merge('user:b', 'user:a')
    expect(Object.keys(await people())).toHaveLength(1)
    await separate('user:b')
    expect(await people()).toEqual(apart)
  })

  test('merged by a call of a client library are taken apart as well, until the next such call', async () => {
    const { separate, write, people } = await world([user('a')], [user('b')], [alias('a', 'b')])
    await separate('user:a')
    expect(await people()).toEqual({ 'user:a': 1, 'user:b': 2 })
    await write(user('a'), user('b'))
    expect(await people()).toEqual({ 'user:a': 2, 'user:b': 3 })
    await write(alias('a', 'b'))
    expect(await people()).toEqual({ 'user:a + user:b': 6 })
    await separate('user:b')
    expect(await people()).toEqual({ 'user:a': 2, 'user:b': 4 })
  })

  test('stay apart when a call from before comes late', async () => {
    const { workspaceId, separate, people } = await world([user('a')], [user('b')], [alias('a', 'b')])
    await separate('user:a')
    const late = { event: trackEvent(randomUUID(), alias('a', 'b')), receivedAt: hour(3) }
    await writeIncoming(workspaceId, [{ ...late, source: { id: workspaceId, kind: 'http' } }], {
      memory: new WriteMemory(),
    })
    expect(Object.keys(await people())).toEqual(['user:a', 'user:b'])
  })

  test('that are one, or are merged with nobody, are refused', async () => {
    const { merge, separate } = await world([user('a', { anonymousId: 'x' })], [user('b')])
    await merge('user:a', 'user:b')
    await expect(merge('user:b', 'user:a')).rejects.toMatchObject({ code: 'conflict', path: ['into'] })
    await expect(merge('anon:x', 'user:b')).rejects.toMatchObject({ code: 'conflict' })
    await separate('user:a')
    await expect(separate('user:a')).rejects.toMatchObject({ code: 'conflict', path: ['id'] })
    await expect(separate('user:b')).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('somebody in the middle of a chain', () => {
  const chain = () =>
    world(
      [anon('x'), user('a')],
      [user('b')],
      [user('c', { anonymousId: 'x' })],
      [alias('a', 'b')],
      [alias('b', 'c')],
    )

  test('leaves alone', async () => {
    const { separate, people } = await chain()
    await separate('user:b')
    expect(await people()).toEqual({ 'anon:x + user:a + user:c': 4, 'user:b': 2 })
  })

  test('comes back to all of them', async () => {
    const { separate, merge, people } = await chain()
    await separate('user:b')
    await merge('user:b', 'user:c')
    expect(await people()).toEqual({ 'anon:x + user:a + user:b + user:c': 6 })
  })

  test('or its oldest leaves: the rest is known by the next one', async () => {
    const { separate, people, write } = await chain()
    await separate('user:a')
    await write(anon('x'))
    expect(await people()).toEqual({ 'user:a': 1, 'anon:x + user:b + user:c': 6 })
  })

  test('or of a cycle', async () => {
    const { separate, write, people } = await chain()
    await write(alias('c', 'a'))
    await separate('user:c')
    expect(await people()).toEqual({ 'user:a + user:b': 4, 'anon:x + user:c': 3 })
  })
})

describe('an e-mail of two users', () => {
  test('is nobody’s, theirs while they are one, and nobody’s again', async () => {
    const mail = 'm@example.org'
    const { merge, separate, people } = await world(
      [email(mail)],
      [user('a', { email: mail }), user('b', { email: mail })],
    )
    const apart = { 'email:m@example.org': 1, 'user:a': 1, 'user:b': 1 }
    expect(await people()).toEqual(apart)
    await merge('user:a', 'user:b')
    expect(await people()).toEqual({ 'email:m@example.org + user:a + user:b': 3 })
    await separate('user:b')
    expect(await people()).toEqual(apart)
  })

  test('may be given to one of them', async () => {
    const mail = 'm@example.org'
    const { merge, separate, write, people } = await world(
      [email(mail)],
      [user('a', { email: mail }), user('b', { email: mail })],
    )
    await merge('email:m@example.org', 'user:b')
    await write(user('a', { email: mail }), email(mail))
    expect(await people()).toEqual({ 'email:m@example.org + user:b': 3, 'user:a': 2 })
    await separate('email:m@example.org')
    expect(await people()).toEqual({ 'email:m@example.org': 2, 'user:a': 2, 'user:b': 1 })
  })
})

describe('a shared browser', () => {
  test('is its first user’s; taken from them it stays alone, and takes along its e-mail', async () => {
    const { separate, write, people } = await world(
      [anon('x', { email: 'm@example.org' }), email('m@example.org')],
      [user('a', { anonymousId: 'x' })],
      [user('b', { anonymousId: 'x' })],
    )
    expect(await people()).toEqual({ 'anon:x + email:m@example.org + user:a': 3, 'user:b': 1 })
    await separate('anon:x')
    await write(user('a', { anonymousId: 'x' }), anon('x'))
    expect(await people()).toEqual({ 'anon:x + email:m@example.org': 3, 'user:a': 2, 'user:b': 1 })
  })

  test('may be given to its second user', async () => {
    const { separate, merge, people } = await world(
      [anon('x')],
      [user('a', { anonymousId: 'x' })],
      [user('b', { anonymousId: 'x' })],
    )
    await separate('anon:x')
    await merge('user:b', 'anon:x')
    expect(await people()).toEqual({ 'user:a': 1, 'anon:x + user:b': 2 })
  })

  test('an anonymous id of an alias is taken apart as one', async () => {
    const { separate, people } = await world([anon('x')], [alias('x', 'a')])
    expect(await people()).toEqual({ 'anon:x + user:a': 2 })
    await expect(separate('user:a')).rejects.toMatchObject({ code: 'conflict' })
    await separate('anon:x')
    expect(await people()).toEqual({ 'anon:x': 1, 'user:a': 1 })
  })
})

test('two visitors without a user id cannot be merged', async () => {
  const { merge } = await world([anon('x'), email('m@example.org')])
  await expect(merge('anon:x', 'email:m@example.org')).rejects.toMatchObject({
    code: 'invalid',
    path: ['into'],
  })
})

test('merges and separations at once by several callers all hold', async () => {
  const names = ['a', 'b', 'c', 'd']
  const { workspaceId, people } = await world(names.map((name) => user(name)))
  const id = (name: string): Identity => `user:${name}`
  const merge = (workspace: WorkspaceId, from: string) =>
    mergeIdentities(workspace, { id: id(from), into: id('a') }, hour(9))
  await Promise.all(names.slice(1).map((name) => merge(workspaceId, name)))
  expect(Object.keys(await people())).toEqual(['user:a + user:b + user:c + user:d'])
  await Promise.all(['b', 'd'].map((name) => separateIdentity(workspaceId, id(name), hour(9))))
  expect(Object.keys(await people())).toEqual(['user:a + user:c', 'user:b', 'user:d'])
})
