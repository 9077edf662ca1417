import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createModel, publishModel } from '@/lib/models/operations'
import { scoreRun } from '@/lib/engagement/score-run'
import { modelDocument, newWorkspace } from '@/lib/engagement/testing'
import type { CanonicalEvent } from '@/lib/ingest/canonical-event'
import { trackEvent } from '@/lib/ingest/testing'
import { writeEvents } from '@/lib/ingest/write-events'
import {
  getIdentities,
  getPerson,
  listConflicts,
  mergePerson,
  personTimeline,
  unmergePerson,
} from './operations'
import { timelineOutput } from './schema'
import { getPerson as findPerson } from './get-person'

const day = 86_400_000
const start = Date.UTC(2026, 2, 1)

/** A workspace in which every write and every change is a day after the one before. */
async function world(...calls: Partial<CanonicalEvent>[][]) {
  const { id: workspaceId, contextOf } = await newWorkspace()
  let days = 0
  const next = () => new Date(start + day * days++)
  const write = (...events: Partial<CanonicalEvent>[]) => {
    const now = next()
    const source = { id: workspaceId, kind: 'http' as const }
    const made = events.map((given) => trackEvent(randomUUID(), { name: 'login', occurredAt: now, ...given }))
    return writeEvents(workspaceId, source, made, now)
  }
  for (const events of calls) await write(...events)
  return {
    write,
    contextOf: (role: Parameters<typeof contextOf>[0] = 'owner') => contextOf(role, next()),
    on: (n: number) => new Date(start + day * n),
  }
}

const user = (userId: string, more: Partial<CanonicalEvent> = {}) => ({ userId, ...more })

describe('merged people', () => {
  test('score as one in the next run, and as two after they were taken apart', async () => {
    const { contextOf } = await world([user('a'), user('a')], [user('b')])
    const { id } = await createModel(contextOf(), { document: modelDocument() })
    const { runId } = await publishModel(contextOf(), { id })
    await scoreRun({ runId })
    const raws = async () => {
      const rows = await Promise.all(['a', 'b'].map((one) => findPerson(contextOf(), { id: one })))
      return rows.map(({ personId, raw }) => [personId, raw])
    }
    expect(await raws()).toEqual([
      ['a', 2],
      ['b', 1],
    ])

    const merged = await mergePerson(contextOf(), { id: 'b', into: 'a' })
    expect(merged).toMatchObject({ id: 'a', scoresFrom: 'next-run', runs: [expect.any(String)] })
    for (const run of merged.runs) await scoreRun({ runId: run })
    expect(await raws()).toEqual([
      ['a', 3],
      ['a', 3],
    ])

    const separated = await unmergePerson(contextOf(), { id: 'b' })
    expect(separated).toMatchObject({ id: 'b', from: 'a', scoresFrom: 'next-run' })
    for (const run of separated.runs) await scoreRun({ runId: run })
    expect(await raws()).toEqual([
      ['a', 2],
      ['b', 1],
    ])
  })

  test('ask for one run, however many are merged before it begins', async () => {
    const { contextOf } = await world([user('a')], [user('b')], [user('c')])
    const { id } = await createModel(contextOf(), { document: modelDocument() })
    const { runId } = await publishModel(contextOf(), { id })
    await scoreRun({ runId })
    const runs = []
    for (const one of ['b', 'c'])
      runs.push((await mergePerson(contextOf(), { id: one, into: 'a' })).runs.length)
    expect(runs).toEqual([1, 0])
  })

  test('without a model nothing is scored', async () => {
    const { contextOf } = await world([user('a')], [user('b')])
    expect(await mergePerson(contextOf(), { id: 'b', into: 'a' })).toMatchObject({ id: 'a', runs: [] })
  })
})

test('the timeline of both sides tells when people were merged and taken apart', async () => {
  const { contextOf, on } = await world([user('a')], [user('b')])
  await mergePerson(contextOf(), { id: 'b', into: 'a' })
  const entries = async (id: string, role: Parameters<typeof contextOf>[0] = 'success') => {
    const told = timelineOutput.parse(await personTimeline(contextOf(role), { id, limit: 1 }))
    return told.items.filter(({ type }) => type !== 'event')
  }
  expect(await entries('a')).toEqual([{ type: 'merge', at: on(2), personId: 'b' }])
  await unmergePerson(contextOf(), { id: 'b' })
  const apart = { type: 'separation', at: on(4) }
  expect(await entries('a')).toEqual([{ ...apart, personId: 'b', left: 'id' }])
  expect(await entries('b')).toEqual([{ ...apart, personId: 'a', left: 'person' }])

  await mergePerson(contextOf(), { id: 'b', into: 'a' })
  expect(await entries('b')).toEqual([
    { type: 'merge', at: on(7), personId: 'b' },
    { ...apart, personId: 'b', left: 'id' },
  ])
})

test('an e-mail that was taken out of somebody is masked for those who may not see it', async () => {
  const { contextOf, on } = await world([user('a', { email: 'ada@example.org' })])
  await unmergePerson(contextOf(), { id: 'email:ada@example.org' })
  const { items } = await personTimeline(contextOf('viewer'), { id: 'a' })
  expect(items[0]).toEqual({ type: 'separation', at: on(1), personId: 'email:a•••@e•••', left: 'id' })
})

test('the ids of a person tell how, when and by whom they came', async () => {
  const { contextOf, on } = await world(
    [user('a', { anonymousId: 'x', email: 'ada@example.org' })],
    [user('b')],
    [user('c')],
    [{ kind: 'alias', name: 'alias', previousId: 'b', userId: 'a' }],
  )
  await mergePerson(contextOf('editor'), { id: 'c', into: 'b' })
  await unmergePerson(contextOf('owner'), { id: 'b' })
  const identities = await getIdentities(contextOf('success'), { id: 'c' })
  expect(identities).toEqual({
    id: 'a',
    items: [
      { id: 'anon:x', kind: 'anon', firstSeen: on(0), joinedAt: on(0), how: 'anonymous', by: null },
      {
        id: 'email:ada@example.org',
        kind: 'email',
        firstSeen: on(0),
        joinedAt: on(0),
        how: 'email',
        by: null,
      },
      { id: 'a', kind: 'user', firstSeen: on(0), joinedAt: null, how: 'itself', by: null },
      { id: 'c', kind: 'user', firstSeen: on(2), joinedAt: on(4), how: 'alias', by: 'editor@example.org' },
    ],
    separations: [{ id: 'b', from: 'a', at: on(5), by: 'owner@example.org' }],
    conflicts: [],
  })
  expect(await getIdentities(contextOf(), { id: 'b' })).toMatchObject({
    id: 'b',
    items: [{ id: 'b', how: 'itself' }],
    separations: [{ id: 'b', from: 'a', at: on(5) }],
  })
  expect(getIdentities.definition.output?.safeParse(identities).error).toBeUndefined()
})

test('an anonymous id that somebody merged into a person by hand came by that merge', async () => {
  const { contextOf, on } = await world([user('a')], [{ userId: null, anonymousId: 'x' }])
  await mergePerson(contextOf('editor'), { id: 'anon:x', into: 'a' })
  const { items } = await getIdentities(contextOf(), { id: 'a' })
  expect(items).toContainEqual({
    ...{ id: 'anon:x', kind: 'anon', firstSeen: on(1), joinedAt: on(2), how: 'alias' },
    by: 'editor@example.org',
  })
  await unmergePerson(contextOf(), { id: 'anon:x' })
  expect((await getIdentities(contextOf(), { id: 'a' })).items).toHaveLength(1)
})

describe('what several people claim', () => {
  const shared = { email: 'shared@example.org', anonymousId: 'kiosk' }
  const flagged = () =>
    world([user('a', shared)], [user('b', shared)], [user('c'), user('d', { email: 'd@example.org' })])

  test('is listed, newest first, with the people by their first claim', async () => {
    const { contextOf, on, write } = await flagged()
    await write(user('c', { anonymousId: 'kiosk' }))
    await write(user('c', { email: 'd@example.org' }))
    const listed = await listConflicts(contextOf(), {})
    const items = [
      { kind: 'email', identity: 'email:d@example.org', claimedBy: ['d', 'c'], since: on(4) },
      { kind: 'email', identity: 'email:shared@example.org', claimedBy: ['a', 'b'], since: on(1) },
      { kind: 'anonymous', identity: 'anon:kiosk', claimedBy: ['a', 'b', 'c'], since: expect.any(Date) },
    ]
    expect(listed.items).toHaveLength(3)
    expect(listed.items).toEqual(expect.arrayContaining(items))
    expect(listed.items[0]).toEqual(items[0])
    expect(listConflicts.definition.output?.safeParse(listed).error).toBeUndefined()

    const pages = []
    let cursor: string | undefined
    do {
      const page = await listConflicts(contextOf(), { cursor, limit: 1 })
      pages.push(...page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(pages).toEqual(listed.items)
  })

  test('shows no e-mail to a viewer', async () => {
    const { contextOf } = await flagged()
    const text = JSON.stringify([
      await listConflicts(contextOf('viewer'), {}),
      await getIdentities(contextOf('viewer'), { id: 'a' }),
    ])
    expect(text).not.toContain('shared@')
    expect(text).toContain('email:s•••@e•••')
  })

  test('is no conflict while the people are one, and again one when they are taken apart', async () => {
    const { contextOf } = await flagged()
    const ofPerson = async (id: string) => (await getIdentities(contextOf(), { id })).conflicts
    const listed = async () => (await listConflicts(contextOf(), {})).items
    expect(await ofPerson('a')).toHaveLength(2)
    expect(await ofPerson('c')).toEqual([])
    await mergePerson(contextOf(), { id: 'a', into: 'b' })
    expect(await listed()).toEqual([])
    expect(await ofPerson('a')).toEqual([])
    await unmergePerson(contextOf(), { id: 'a' })
    expect(await listed()).toHaveLength(2)
    expect(await ofPerson('b')).toHaveLength(2)
  })

  test('is no conflict any more when somebody decided', async () => {
    const { contextOf } = await flagged()
    await unmergePerson(contextOf(), { id: 'anon:kiosk' })
    await mergePerson(contextOf(), { id: 'email:shared@example.org', into: 'b' })
    expect((await listConflicts(contextOf(), {})).items).toEqual([])
    expect(await getPerson(contextOf(), { id: 'email:shared@example.org' })).toMatchObject({ personId: 'b' })
  })
})

describe('a merge', () => {
  test('is not for viewers', async () => {
    const { contextOf } = await world([user('a')], [user('b')])
    await expect(mergePerson(contextOf('viewer'), { id: 'a', into: 'b' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(unmergePerson(contextOf('viewer'), { id: 'a' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('of somebody unknown is refused, with the field', async () => {
    const { contextOf } = await world([user('a')])
    const of = (id: string, into: string) => mergePerson(contextOf(), { id, into })
    await expect(of('nobody', 'a')).rejects.toMatchObject({ code: 'not_found', path: ['id'] })
    await expect(of('a', 'nobody')).rejects.toMatchObject({ code: 'not_found', path: ['into'] })
    await expect(of('a', 'a')).rejects.toMatchObject({ code: 'conflict' })
    await expect(unmergePerson(contextOf(), { id: 'nobody' })).rejects.toMatchObject({ code: 'not_found' })
  })
})
