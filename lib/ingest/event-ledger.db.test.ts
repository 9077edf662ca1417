import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { mintWorkspaceId } from '@/lib/auth/workspace-id'
import { comment, warehouse } from '@/lib/warehouse/client'
import { findKnownIds, newestWrites, repairLedger, waitForRunningWrites, writeTag } from './event-ledger'
import { ask, newWorkspace, trackEvent } from './testing'
import { writeEvents } from './write-events'

test('of many ids those that are in are found', async () => {
  const workspaceId = mintWorkspaceId(randomUUID())
  await warehouse().command({
    query: `INSERT INTO event_ledger SELECT {w:UUID}, xxHash64(toString(number * 2)), now64(3) FROM numbers(100000)`,
    query_params: { w: workspaceId },
  })
  const hashes = await ask<{ h: string }>(
    workspaceId,
    'SELECT toString(xxHash64(toString(number))) AS h FROM numbers(12000)',
  )
  const known = await findKnownIds(
    workspaceId,
    hashes.map(({ h }) => h),
  )
  expect(known.size).toBe(6000)
  expect(hashes.filter(({ h }, number) => known.has(h) !== (number % 2 === 0))).toEqual([])
  expect(await findKnownIds(mintWorkspaceId(randomUUID()), [...known])).toEqual(new Set())
})

test('a repair adds exactly the events that the ledger does not have', async () => {
  const { workspaceId } = await newWorkspace()
  const source = { id: randomUUID(), kind: 'http' as const }
  const at = (minute: number) => new Date(Date.UTC(2024, 2, 10, 12, minute))
  await writeEvents(workspaceId, source, [trackEvent('in')], at(0))
  await warehouse().command({
    query: `
      INSERT INTO events (workspace_id, event_id, kind, name, occurred_at, source_kind, received_at)
      SELECT {w:UUID}, 'lost-' || toString(number), 'track', 'x', toDateTime64('2024-03-09 00:00:00', 3) + number,
        if(number = 9, 'import', 'http'), toDateTime64('2024-03-10 11:30:00', 3) + number * 60
      FROM numbers(10)`,
    query_params: { w: workspaceId },
  })
  const since = { workspaceId, markedAt: at(0) }
  await repairLedger(since)
  await repairLedger(since)
  expect(
    await ask(
      workspaceId,
      'SELECT count() AS n, uniqExact(id_hash) AS u FROM event_ledger WHERE workspace_id = {w:UUID}',
    ),
  ).toEqual([{ n: '11', u: '11' }])
  expect(await newestWrites(since)).toEqual([
    { received: '2024-03-10T12:00:00.000Z', occurred: '2024-03-10T12:00:00.000Z' },
  ])
  const again = Array.from({ length: 10 }, (_, i) => trackEvent(`lost-${i}`))
  expect(new Set(await writeEvents(workspaceId, source, again, at(5)))).toEqual(new Set(['duplicate']))
})

test('a write that the engine still works on is waited for', async () => {
  const workspaceId = mintWorkspaceId(randomUUID())
  let isRunning = true
  const write = warehouse()
    .command({
      query: 'SELECT sleepEachRow(0.5) FROM numbers(3) SETTINGS max_block_size = 1 FORMAT Null',
      clickhouse_settings: { log_comment: comment('ingest', writeTag(workspaceId)) },
    })
    .then(() => (isRunning = false))
  await sleep(300)
  await waitForRunningWrites(workspaceId)
  expect(isRunning).toBe(false)
  await write
})
