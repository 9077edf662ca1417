import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import type { CanonicalEvent } from './canonical-event'
import type { EventSource } from './incoming-event'
import { ask, countsByPerson, newWorkspace, storedIds, trackEvent } from './testing'
import { type WriteStep, writeEvents, writeIncoming } from './write-events'
import { lockKey } from './workspace-lock'
import { WriteMemory } from './write-memory'

const source: EventSource = { id: randomUUID(), kind: 'http' }
const now = new Date('2024-03-10T12:00:00Z')

/** As another process would write: without anything this one remembers. */
const asProcess =
  (memory = new WriteMemory()) =>
  (workspaceId: Parameters<typeof writeIncoming>[0], events: readonly CanonicalEvent[], at = now) =>
    writeIncoming(
      workspaceId,
      events.map((event) => ({ event, source, receivedAt: at })),
      { memory },
    )

const ledgerIds = async (workspaceId: Parameters<typeof ask>[0]) => {
  const rows = await ask<{ n: string }>(
    workspaceId,
    'SELECT uniqExact(id_hash) AS n FROM event_ledger WHERE workspace_id = {w:UUID}',
  )
  return Number(rows[0]?.n)
}

test('an event is stored as it came', async () => {
  const { workspaceId } = await newWorkspace()
  const event = trackEvent('m1', {
    anonymousId: 'a1',
    userId: 'ü "1"\\',
    accountId: 'acme',
    name: 'Ran\'s "report" \ud83d\ude00',
    occurredAt: new Date('1905-06-01T10:20:30.456Z'),
    properties: { nested: { list: [1, 'two', null] }, broken: '\ud800' },
  })
  expect(await writeEvents(workspaceId, source, [event], now)).toEqual(['accepted'])
  const [row] = await ask<Record<string, unknown>>(
    workspaceId,
    `SELECT *, toString(person_id) = toString(xxHash64(concat('user:', user_id))) AS hashed
     FROM events WHERE workspace_id = {w:UUID}`,
  )
  expect(row).toMatchObject({
    occurred_at: '1905-06-01T10:20:30.456Z',
    received_at: now.toISOString(),
    event_id: 'm1',
    kind: 'track',
    name: 'Ran\'s "report" 😀',
    user_id: 'ü "1"\\',
    anonymous_id: 'a1',
    account_id: 'acme',
    source_id: source.id,
    source_kind: 'http',
    hashed: 1,
  })
  expect(JSON.parse(row?.properties as string)).toEqual({
    nested: { list: [1, 'two', null] },
    broken: '\ufffd',
  })
})

test('the workspace knows its newest times, and imports do not count as arrivals', async () => {
  const { workspaceId } = await newWorkspace()
  const times = () =>
    db().workspace.findUniqueOrThrow({
      where: { id: workspaceId },
      select: { writingSince: true, lastReceivedAt: true, lastOccurredAt: true },
    })
  const old = trackEvent('m1', { occurredAt: new Date('2014-01-01T00:00:00Z') })
  await writeEvents(workspaceId, { id: randomUUID(), kind: 'import' }, [old], now)
  expect(await times()).toEqual({ writingSince: null, lastReceivedAt: null, lastOccurredAt: old.occurredAt })
  await writeEvents(
    workspaceId,
    source,
    [trackEvent('m2', { occurredAt: new Date('2013-01-01T00:00:00Z') })],
    now,
  )
  expect(await times()).toEqual({ writingSince: null, lastReceivedAt: now, lastOccurredAt: old.occurredAt })
})

test('traits, accounts, and names of properties can be read apart from the events', async () => {
  const { workspaceId } = await newWorkspace()
  await writeEvents(
    workspaceId,
    source,
    [
      trackEvent('1', { kind: 'identify', name: 'identify', properties: { plan: 'free', seats: 3 } }),
      trackEvent('2', {
        kind: 'identify',
        name: 'identify',
        properties: { plan: 'paid' },
        occurredAt: new Date('2024-03-10T13:00:00Z'),
      }),
      trackEvent('3', { kind: 'group', name: 'group', accountId: 'acme', properties: { name: 'ACME' } }),
      trackEvent('4', { accountId: 'other', occurredAt: new Date('2024-03-10T14:00:00Z') }),
      trackEvent('5', { properties: { report: 'q1', 'rows\ud800': 3 } }),
    ],
    now,
  )
  expect(
    await ask(
      workspaceId,
      'SELECT key, value FROM person_traits FINAL WHERE workspace_id = {w:UUID} ORDER BY key',
    ),
  ).toEqual([
    { key: 'plan', value: '"paid"' },
    { key: 'seats', value: '3' },
  ])
  expect(
    await ask(
      workspaceId,
      'SELECT argMax(account_id, joined_at) AS account FROM person_accounts WHERE workspace_id = {w:UUID} GROUP BY person_id',
    ),
  ).toEqual([{ account: 'other' }])
  expect(
    await ask(
      workspaceId,
      'SELECT account_id, key, value FROM account_traits FINAL WHERE workspace_id = {w:UUID}',
    ),
  ).toEqual([{ account_id: 'acme', key: 'name', value: '"ACME"' }])
  expect(
    await ask(
      workspaceId,
      "SELECT property FROM event_properties FINAL WHERE workspace_id = {w:UUID} AND kind = 'track' ORDER BY property",
    ),
  ).toEqual([{ property: 'report' }, { property: 'rows\ufffd' }])
})

describe('an event counts once', () => {
  test('when it is repeated within a call, the first one wins', async () => {
    const { workspaceId } = await newWorkspace()
    const events = [trackEvent('a', { name: 'First' }), trackEvent('a', { name: 'Second' }), trackEvent('b')]
    expect(await writeEvents(workspaceId, source, events, now)).toEqual(['accepted', 'duplicate', 'accepted'])
    expect(
      await ask(workspaceId, "SELECT name FROM events WHERE workspace_id = {w:UUID} AND event_id = 'a'"),
    ).toEqual([{ name: 'First' }])
  })

  test('when it is sent again, at another time, by the same process or another', async () => {
    const { workspaceId } = await newWorkspace()
    await writeEvents(workspaceId, source, [trackEvent('a')], now)
    const again = [trackEvent('a', { occurredAt: new Date('2024-03-11T00:00:00Z') }), trackEvent('b')]
    expect(await writeEvents(workspaceId, source, again, now)).toEqual(['duplicate', 'accepted'])
    expect(await asProcess()(workspaceId, again)).toEqual(['duplicate', 'duplicate'])
    expect(await storedIds(workspaceId)).toEqual(['a', 'b'])
  })

  test('when the same batch comes five times at once, from two processes', async () => {
    const { workspaceId } = await newWorkspace()
    const events = Array.from({ length: 200 }, (_, i) => trackEvent(`m${String(i).padStart(3, '0')}`))
    const [one, two] = [asProcess(), asProcess()]
    const verdicts = await Promise.all([one, two, one, two, one].map((write) => write(workspaceId, events)))
    expect(verdicts.flat().filter((verdict) => verdict === 'accepted')).toHaveLength(200)
    expect(await storedIds(workspaceId)).toEqual(events.map(({ eventId }) => eventId))
  })

  test('in each of two workspaces that use the same ids', async () => {
    const [a, b] = [await newWorkspace(), await newWorkspace()]
    expect(await writeEvents(a.workspaceId, source, [trackEvent('same')], now)).toEqual(['accepted'])
    expect(await writeEvents(b.workspaceId, source, [trackEvent('same')], now)).toEqual(['accepted'])
    expect(await writeEvents(b.workspaceId, source, [trackEvent('same')], now)).toEqual(['duplicate'])
    expect([await storedIds(a.workspaceId), await storedIds(b.workspaceId)]).toEqual([['same'], ['same']])
  })

  test.each<WriteStep>(['locked', 'looked up', 'marked', 'read models', 'events', 'ledger'])(
    'when its writer dies after the step "%s" and it is sent again',
    async (last) => {
      const { workspaceId } = await newWorkspace()
      const old = [trackEvent('old')]
      await writeEvents(workspaceId, source, old, now)
      const events = [trackEvent('a', { anonymousId: 'x', userId: 'u' }), trackEvent('b'), trackEvent('old')]
      const dying = writeIncoming(
        workspaceId,
        events.map((event) => ({ event, source, receivedAt: now })),
        {
          memory: new WriteMemory(),
          afterStep: (step) => {
            if (step === last) throw new Error('killed')
          },
        },
      )
      await expect(dying).rejects.toThrow('killed')
      const isIn = last === 'events' || last === 'ledger'
      expect(await asProcess()(workspaceId, events)).toEqual(
        isIn ? ['duplicate', 'duplicate', 'duplicate'] : ['accepted', 'accepted', 'duplicate'],
      )
      expect(await storedIds(workspaceId)).toEqual(['a', 'b', 'old'])
      expect(await ledgerIds(workspaceId)).toBe(3)
      expect(await countsByPerson(workspaceId)).toEqual({ 'user:u': 1, 'user:u1': 2 })
      const workspace = await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } })
      expect(workspace).toMatchObject({ writingSince: null, lastReceivedAt: now, lastOccurredAt: now })
    },
  )

  test('when the lock is lost while it is being written', async () => {
    const { workspaceId } = await newWorkspace()
    const write = (afterStep?: (step: WriteStep) => Promise<void>) =>
      writeIncoming(workspaceId, [{ event: trackEvent('a'), source, receivedAt: now }], {
        memory: new WriteMemory(),
        afterStep,
      })
    const endLocks = async (step: WriteStep) => {
      if (step !== 'read models') return
      const [classId, objectId] = lockKey(workspaceId).map((half) => half >>> 0)
      await db().$executeRaw`
        SELECT pg_terminate_backend(pid) FROM pg_locks
        WHERE locktype = 'advisory' AND classid::bigint = ${classId} AND objid::bigint = ${objectId}`
    }
    await expect(write(endLocks)).rejects.toMatchObject({ code: 'unavailable' })
    expect(await storedIds(workspaceId)).toEqual([])
    expect(await write()).toEqual(['accepted'])
    expect(await storedIds(workspaceId)).toEqual(['a'])
  })

  test('however a list of events is cut into batches and repeated', async () => {
    const ids = fc.record({
      user: fc.constantFrom(null, 'u1', 'u2', 'u3'),
      anonymous: fc.constantFrom(null, 'x1', 'x2'),
      email: fc.constantFrom(null, 'm1@example.org', 'm2@example.org'),
      previous: fc.constantFrom(null, 'u1', 'u2', 'u3', 'x1'),
    })
    const toEvents = (
      list: {
        user: string | null
        anonymous: string | null
        email: string | null
        previous: string | null
      }[],
    ) =>
      list.map(({ user, anonymous, email, previous }, i) =>
        trackEvent(`e${i}`, {
          kind: previous && user ? 'alias' : 'track',
          userId: user,
          anonymousId: anonymous,
          email,
          previousId: user ? previous : null,
        }),
      )
    await fc.assert(
      fc.asyncProperty(
        fc.array(ids, { minLength: 1, maxLength: 12 }),
        fc.array(fc.record({ from: fc.nat(11), length: fc.integer({ min: 1, max: 6 }) }), { maxLength: 4 }),
        fc.integer({ min: 1, max: 12 }),
        async (list, repeats, size) => {
          const events = toEvents(list)
          const [whole, split] = [await newWorkspace(), await newWorkspace()]
          await asProcess()(whole.workspaceId, events)
          const write = asProcess()
          for (let from = 0; from < events.length; from += size) {
            await write(split.workspaceId, events.slice(from, from + size), new Date(now.getTime() + from))
            for (const repeat of repeats) {
              const seen = events.slice(0, from + size)
              await write(
                split.workspaceId,
                seen.slice(repeat.from, repeat.from + repeat.length),
                new Date(now.getTime() + from),
              )
            }
          }
          expect(await storedIds(split.workspaceId)).toEqual(await storedIds(whole.workspaceId))
          expect(await countsByPerson(split.workspaceId)).toEqual(await countsByPerson(whole.workspaceId))
        },
      ),
      { numRuns: 10 },
    )
  }, 180_000)
})
