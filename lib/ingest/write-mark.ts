import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { AppError } from '@/lib/server/errors'
import { newestWrites, repairLedger, waitForRunningWrites } from './event-ledger'
import { isHappening } from './canonical-event'
import type { IncomingEvent } from './incoming-event'
import type { WorkspaceLock } from './workspace-lock'

const gone = () => new AppError('not_found', 'This workspace does not exist.')

/** Says, durably, that events received from this instant on are being written that the ledger does not have yet. */
export async function setMark(lock: WorkspaceLock, workspaceId: WorkspaceId, earliest: Date): Promise<void> {
  const marked = await lock.query(
    `UPDATE "Workspace" SET "writingSince" = least(now(), $2::timestamptz) WHERE id = $1::uuid`,
    [workspaceId, earliest.toISOString()],
  )
  if (marked.rowCount === 0) throw gone()
}

/** Takes the mark back and moves the times of the newest events. */
export async function clearMark(
  lock: WorkspaceLock,
  workspaceId: WorkspaceId,
  items: readonly IncomingEvent[],
): Promise<void> {
  const live = items.filter(({ source }) => source.kind !== 'import')
  const received = live.length > 0 ? newest(live.map(({ receivedAt }) => receivedAt.getTime())) : null
  const happened = items.filter(({ event }) => isHappening(event.kind))
  const occurred =
    happened.length > 0 ? newest(happened.map(({ event }) => event.occurredAt.getTime())) : null
  await endWriting(
    lock,
    workspaceId,
    received === null ? null : new Date(received).toISOString(),
    occurred === null ? null : new Date(occurred).toISOString(),
  )
}

/** Brings the ledger up to date where the writer before did not get to it. The caller holds the lock. */
export async function repairIfInterrupted(lock: WorkspaceLock, workspaceId: WorkspaceId): Promise<void> {
  const { rows } = await lock.query<{ writingSince: Date | null }>(
    `SELECT "writingSince" FROM "Workspace" WHERE id = $1::uuid`,
    [workspaceId],
  )
  if (!rows[0]) throw gone()
  const markedAt = rows[0].writingSince
  if (markedAt === null) return
  await waitForRunningWrites(workspaceId)
  const [times] = await newestWrites({ workspaceId, markedAt }, { lane: 'ingest' })
  await repairLedger({ workspaceId, markedAt }, { lane: 'ingest' })
  await endWriting(lock, workspaceId, times?.received ?? null, times?.occurred ?? null)
}

/** `GREATEST` passes over nulls. */
const endWriting = (
  lock: WorkspaceLock,
  workspaceId: WorkspaceId,
  received: string | null,
  occurred: string | null,
) =>
  lock.query(
    `UPDATE "Workspace"
     SET "writingSince" = NULL,
         "lastReceivedAt" = GREATEST("lastReceivedAt", $2::timestamptz),
         "lastOccurredAt" = GREATEST("lastOccurredAt", $3::timestamptz)
     WHERE id = $1::uuid`,
    [workspaceId, received, occurred],
  )

/** Spreading thousands of numbers into `Math.max` would overflow the stack. */
const newest = (times: readonly number[]): number => times.reduce((a, b) => Math.max(a, b), -Infinity)
