import { beforeAll, expect, test, vi } from 'vitest'
import { mintWorkspaceId } from '@/lib/auth/workspace-id'
import { AppError } from '@/lib/server/errors'
import { Batcher, type BatcherLimits } from './batcher'
import type { CanonicalEvent } from './canonical-event'
import type { IncomingEvent, Verdict } from './incoming-event'

// The log reads its level from the settings, which a process does not start without.
beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'none')
  vi.stubEnv('CLICKHOUSE_URL', 'none')
  vi.stubEnv('LOG_LEVEL', 'silent')
  return () => vi.unstubAllEnvs()
})

const [one, two] = [mintWorkspaceId('one'), mintWorkspaceId('two')]
const limits: BatcherLimits = { events: 10, totalEvents: 15, bytes: 1000, totalBytes: 1500, flushEvents: 4 }

const delivery = (...eventIds: string[]) => ({
  items: eventIds.map((eventId): IncomingEvent => ({
    event: { eventId } as CanonicalEvent,
    source: { id: 's', kind: 'http' },
    receivedAt: new Date(0),
  })),
  rejected: [],
  bytes: 10,
})

/** A writer whose writes end when the test says so. */
function heldWriter() {
  const writes: { workspaceId: string; ids: string[]; end: (error?: Error) => void }[] = []
  const write = (workspaceId: string, items: readonly IncomingEvent[]) =>
    new Promise<Verdict[]>((resolve, reject) => {
      const ids = items.map(({ event }) => event.eventId)
      const verdicts = ids.map((id): Verdict => (id.startsWith('d') ? 'duplicate' : 'accepted'))
      writes.push({ workspaceId, ids, end: (error) => (error ? reject(error) : resolve(verdicts)) })
    })
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5))
  return { writes, write, turn }
}

test('the first request is written at once, those that come meanwhile together', async () => {
  const { writes, write, turn } = heldWriter()
  const batcher = new Batcher(limits, write)
  const first = batcher.add(one, delivery('a'))
  await turn()
  const rest = [batcher.add(one, delivery('b', 'd1')), batcher.add(one, delivery('d2', 'c'))]
  await turn()
  expect(writes.map(({ ids }) => ids)).toEqual([['a']])
  writes[0]?.end()
  expect(await first).toEqual(['accepted'])
  await turn()
  expect(writes[1]?.ids).toEqual(['b', 'd1', 'd2', 'c'])
  writes[1]?.end()
  expect(await Promise.all(rest)).toEqual([
    ['accepted', 'duplicate'],
    ['duplicate', 'accepted'],
  ])
})

test('a write holds a bounded number of events, a single request excepted', async () => {
  const { writes, write, turn } = heldWriter()
  const batcher = new Batcher(limits, write)
  const all = [delivery('a', 'b', 'c', 'd', 'e'), delivery('f', 'g'), delivery('h', 'i')].map((d) =>
    batcher.add(one, d),
  )
  for (const index of [0, 1]) {
    await turn()
    writes[index]?.end()
  }
  await Promise.all(all)
  expect(writes.map(({ ids }) => ids)).toEqual([
    ['a', 'b', 'c', 'd', 'e'],
    ['f', 'g', 'h', 'i'],
  ])
})

test('workspaces do not wait for each other', async () => {
  const { writes, write, turn } = heldWriter()
  const batcher = new Batcher(limits, write)
  void batcher.add(one, delivery('a'))
  const other = batcher.add(two, delivery('b'))
  await turn()
  writes.find(({ workspaceId }) => workspaceId === two)?.end()
  expect(await other).toEqual(['accepted'])
})

test('a failed write fails exactly its requests', async () => {
  const { writes, write, turn } = heldWriter()
  const batcher = new Batcher(limits, write)
  const failing = batcher.add(one, delivery('a'))
  await turn()
  const waiting = batcher.add(one, delivery('b'))
  writes[0]?.end(new Error('ECONNREFUSED'))
  await expect(failing).rejects.toMatchObject({ code: 'unavailable', status: 503 })
  await turn()
  writes[1]?.end()
  expect(await waiting).toEqual(['accepted'])
})

test('too much waiting is refused, by number and by size, per workspace and in all, until it is written', async () => {
  const { writes, write, turn } = heldWriter()
  const batcher = new Batcher(limits, write)
  const busy = expect.objectContaining({ code: 'busy' }) as AppError
  const ten = batcher.add(one, delivery(...'abcdefghij'))
  expect(() => batcher.add(one, delivery('k'))).toThrow(busy)
  const large = batcher.add(two, { ...delivery('a'), bytes: 990 })
  expect(() => batcher.add(two, { ...delivery('b'), bytes: 20 })).toThrow(busy)
  expect(() => batcher.add(mintWorkspaceId('three'), delivery(...'abcde'))).toThrow(busy)
  await turn()
  for (const { end } of writes) end()
  await Promise.all([ten, large])
  await turn()
  const again = batcher.add(one, delivery('k'))
  await turn()
  writes.at(-1)?.end()
  expect(await again).toEqual(['accepted'])
})
