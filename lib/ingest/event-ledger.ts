import { z } from 'zod'
import { setTimeout as sleep } from 'node:timers/promises'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { AppError } from '@/lib/server/errors'
import { comment } from '@/lib/warehouse/client'
import { defineCommand, defineQuery } from '@/lib/warehouse/define-query'
import { happeningKinds } from './canonical-event'

/** Most ids of one look-up: of so many random hashes each reads much of the ledger; and they stand in an address. */
const lookUpSize = 20_000

const knownIds = defineQuery({
  name: 'known-event-ids',
  params: z.object({ workspaceId: z.uuid(), ids: z.array(z.bigint()) }),
  row: z.object({ id: z.string() }),
  sql: `
    SELECT DISTINCT toString(id_hash) AS id
    FROM event_ledger
    WHERE workspace_id = {workspaceId:UUID} AND id_hash IN {ids:Array(UInt64)}`,
})

/** Most look-ups of one writer at a time: the embedded engine runs three statements of this lane. */
const lookUpsAtOnce = 2

/** Those of the hashed event ids, decimal, that are in already. */
export async function findKnownIds(workspaceId: WorkspaceId, ids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>()
  let from = 0
  const ask = async () => {
    while (from < ids.length) {
      const part = ids.slice(from, (from += lookUpSize)).map(BigInt)
      for (const { id } of await knownIds({ workspaceId, ids: part }, { lane: 'ingest' })) known.add(id)
    }
  }
  await Promise.all(Array.from({ length: lookUpsAtOnce }, ask))
  return known
}

/** The tag of the statement that inserts a workspace's events. */
export const writeTag = (workspaceId: WorkspaceId) => `write:${workspaceId}`

const runningWrites = defineQuery({
  name: 'running-writes',
  params: z.object({ comment: z.string() }),
  row: z.object({ running: z.coerce.number() }),
  sql: `SELECT count() AS running FROM system.processes WHERE Settings['log_comment'] = {comment:String}`,
})

/**
 * Waits until no insert of a dead writer is on its way: the engine finishes what it was given, also for a client that
 * is gone. It asks in the same lane, behind whatever waits there.
 */
export async function waitForRunningWrites(workspaceId: WorkspaceId): Promise<void> {
  let quiet = 0
  for (let attempt = 0; quiet < 2; attempt++) {
    if (attempt > 600) throw new AppError('unavailable', 'The writer before is still at work.')
    if (attempt > 0) await sleep(100)
    const [row] = await runningWrites(
      { comment: comment('ingest', writeTag(workspaceId)) },
      { lane: 'ingest' },
    )
    quiet = row?.running === 0 ? quiet + 1 : 0
  }
}

const repairParams = z.object({ workspaceId: z.uuid(), markedAt: z.date() })

/** One hour before the ledger's newest entry, and no later than the mark; without an entry, ever. */
const unsureSince = `
  (SELECT least({markedAt:DateTime64(3, 'UTC')}, if(count() = 0, toDateTime64('1971-01-01 00:00:00', 3, 'UTC'), max(received_at))) - INTERVAL 1 HOUR
   FROM event_ledger WHERE workspace_id = {workspaceId:UUID})`

/** Adds the events to the ledger that a writer wrote before it died and could not add. */
export const repairLedger = defineCommand({
  name: 'repair-ledger',
  params: repairParams,
  sql: `
    INSERT INTO event_ledger (workspace_id, id_hash, received_at)
    SELECT workspace_id, xxHash64(event_id), received_at
    FROM events
    WHERE workspace_id = {workspaceId:UUID} AND received_at >= ${unsureSince}
      AND xxHash64(event_id) NOT IN (
        SELECT id_hash FROM event_ledger WHERE workspace_id = {workspaceId:UUID} AND received_at >= ${unsureSince})`,
})

const happenings = happeningKinds.map((kind) => `'${kind}'`).join(', ')

/** The newest times among the events that a repair looks at; null where there are none. */
export const newestWrites = defineQuery({
  name: 'newest-writes',
  params: repairParams,
  row: z.object({ received: z.iso.datetime().nullable(), occurred: z.iso.datetime().nullable() }),
  sql: `
    SELECT maxOrNullIf(received_at, source_kind != 'import') AS received,
      maxOrNullIf(occurred_at, kind IN (${happenings})) AS occurred
    FROM events
    WHERE workspace_id = {workspaceId:UUID} AND received_at >= ${unsureSince}`,
})
