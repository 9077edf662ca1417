import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CanonicalEvent } from './canonical-event'
import { ask, countsByPerson, newWorkspace, trackEvent } from './testing'
import { writeIncoming } from './write-events'
import { WriteMemory } from './write-memory'

type Given = Partial<CanonicalEvent>
const user = (userId: string, more: Given = {}): Given => ({ userId, ...more })
const anon = (anonymousId: string, more: Given = {}): Given => ({ userId: null, anonymousId, ...more })
const email = (address: string, more: Given = {}): Given => ({ userId: null, email: address, ...more })
const alias = (previousId: string, userId: string): Given => ({
  kind: 'alias',
  name: 'alias',
  previousId,
  userId,
})

/** Each list is a call of its own, an hour after the one before, by a process that remembers nothing. */
async function write(calls: Given[][]) {
  const { workspaceId } = await newWorkspace()
  const source = { id: randomUUID(), kind: 'http' as const }
  for (const [hour, events] of calls.entries())
    await writeIncoming(
      workspaceId,
      events.map((given) => ({
        event: trackEvent(randomUUID(), given),
        source,
        receivedAt: new Date(Date.UTC(2024, 2, 10, hour)),
      })),
      { memory: new WriteMemory() },
    )
  return workspaceId
}
const people = async (...calls: Given[][]) => countsByPerson(await write(calls))

/** The identity that everybody of a workspace is counted as. */
const roots = async (...calls: Given[][]) => {
  const workspaceId = await write(calls)
  const rows = await ask<{ root: string }>(
    workspaceId,
    `SELECT DISTINCT i.identity AS root
     FROM (SELECT argMax(to_id, updated_at) AS to_id FROM person_overrides WHERE workspace_id = {w:UUID} GROUP BY from_id) AS o
     JOIN (SELECT DISTINCT person_id, identity FROM identities WHERE workspace_id = {w:UUID}) AS i ON i.person_id = o.to_id
     ORDER BY root`,
  )
  return rows.map(({ root }) => root)
}

describe('an anonymous id', () => {
  test('belongs to the user it is seen with, from before on', async () => {
    expect(await people([anon('x'), anon('x')], [user('u', { anonymousId: 'x' })], [anon('x')])).toEqual({
      'anon:x + user:u': 4,
    })
  })

  test('belongs to its user also when the events arrive the other way round', async () => {
    expect(await people([user('u', { anonymousId: 'x' })], [anon('x'), anon('x')])).toEqual({
      'anon:x + user:u': 3,
    })
  })

  test('stays with the first user of a shared browser', async () => {
    expect(
      await people(
        [anon('x')],
        [user('first', { anonymousId: 'x' })],
        [user('second', { anonymousId: 'x' })],
        [anon('x')],
      ),
    ).toEqual({ 'anon:x + user:first': 3, 'user:second': 1 })
    expect(
      await people([
        anon('x'),
        user('first', { anonymousId: 'x' }),
        user('second', { anonymousId: 'x' }),
        anon('x'),
      ]),
    ).toEqual({ 'anon:x + user:first': 3, 'user:second': 1 })
  })

  test('may be joined by alias', async () => {
    expect(await people([anon('x')], [alias('x', 'u')], [anon('x'), user('u')])).toEqual({
      'anon:x + user:u': 4,
    })
    expect(await people([alias('x', 'u')], [anon('x')])).toEqual({ 'anon:x + user:u': 2 })
  })
})

describe('an e-mail', () => {
  test('joins the user that it was identified with', async () => {
    expect(
      await people(
        [email('m@example.org')],
        [user('u', { email: 'm@example.org' })],
        [email('m@example.org')],
      ),
    ).toEqual({
      'email:m@example.org + user:u': 3,
    })
  })

  test('leaves again when another user claims it', async () => {
    expect(
      await people(
        [email('m@example.org')],
        [user('one', { email: 'm@example.org' })],
        [user('two', { email: 'm@example.org' })],
      ),
    ).toEqual({ 'email:m@example.org': 1, 'user:one': 1, 'user:two': 1 })
  })

  test('comes back when the two users become one', async () => {
    expect(
      await people(
        [email('m@example.org')],
        [user('one', { email: 'm@example.org' }), user('two', { email: 'm@example.org' })],
        [alias('one', 'two')],
      ),
    ).toEqual({ 'email:m@example.org + user:one + user:two': 4 })
  })

  test('changed by its user is a further one', async () => {
    expect(
      await people(
        [user('u', { email: 'old@example.org' }), user('u', { email: 'new@example.org' })],
        [email('old@example.org'), email('new@example.org')],
      ),
    ).toEqual({ 'email:new@example.org + email:old@example.org + user:u': 4 })
  })

  test('of an anonymous id follows it to its user', async () => {
    expect(
      await people(
        [email('m@example.org')],
        [anon('x', { email: 'm@example.org' })],
        [user('u', { anonymousId: 'x' })],
      ),
    ).toEqual({ 'anon:x + email:m@example.org + user:u': 3 })
  })
})

describe('users', () => {
  test('merge by alias over a chain, in any order of arrival, with what belongs to them', async () => {
    const chain = [[user('a')], [user('b')], [user('c', { anonymousId: 'x' })]]
    const all = { 'anon:x + user:a + user:b + user:c': 6 }
    expect(await people(...chain, [alias('a', 'b')], [alias('b', 'c')], [anon('x')])).toEqual(all)
    expect(await people(...chain, [alias('b', 'c')], [alias('a', 'b')], [anon('x')])).toEqual(all)
    expect(await people([anon('x'), alias('b', 'c'), alias('a', 'b')], ...chain)).toEqual(all)
  })

  test('are known by the oldest id after a merge', async () => {
    expect(await roots([user('a')], [user('b')], [user('c')], [alias('c', 'b'), alias('b', 'a')])).toEqual([
      'user:a',
    ])
    expect(await roots([user('c')], [user('a')], [user('b')], [alias('a', 'b')], [alias('b', 'c')])).toEqual([
      'user:c',
    ])
  })

  test('that alias each other in a cycle are one person', async () => {
    const cycle = [
      [user('b')],
      [user('a'), user('c')],
      [alias('a', 'b')],
      [alias('b', 'c')],
      [alias('c', 'a')],
    ]
    expect(await people(...cycle)).toEqual({ 'user:a + user:b + user:c': 6 })
    expect(await roots(...cycle)).toEqual(['user:b'])
  })

  test('do not merge because they share a browser or an e-mail', async () => {
    const shared = { anonymousId: 'x', email: 'm@example.org' }
    expect(await people([user('a', shared), user('b', shared)], [anon('x'), email('m@example.org')])).toEqual(
      {
        'anon:x + user:a': 2,
        'email:m@example.org': 1,
        'user:b': 1,
      },
    )
  })
})

test('an anonymous id that ten thousand users send costs ten claims', async () => {
  const { workspaceId } = await newWorkspace()
  const source = { id: randomUUID(), kind: 'http' as const }
  for (const part of [0, 1])
    await writeIncoming(
      workspaceId,
      Array.from({ length: 5_000 }, (_, i) => ({
        event: trackEvent(`${part}-${i}`, { userId: `${part}-${i}`, anonymousId: 'server' }),
        source,
        receivedAt: new Date(),
      })),
      { memory: new WriteMemory() },
    )
  expect(
    await ask(workspaceId, 'SELECT count() AS n FROM identity_claims WHERE workspace_id = {w:UUID}'),
  ).toEqual([{ n: '10' }])
})
