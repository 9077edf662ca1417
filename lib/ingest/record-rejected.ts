import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { insertRows } from '@/lib/warehouse/insert-rows'

/** A message that was refused, as it is kept for a look. */
export type RejectedEvent = {
  workspaceId: WorkspaceId
  sourceId: string
  receivedAt: Date
  /** Place in what was sent, from 0. */
  index: number
  code: string
  message: string
  /** What was sent, cut at 32 KB. */
  raw: string
}

/** Keeps what was refused, for thirty days. */
export async function recordRejected(rejected: readonly RejectedEvent[]): Promise<void> {
  await insertRows(
    'rejected_events',
    rejected.map((one) => ({
      workspace_id: one.workspaceId,
      source_id: one.sourceId,
      received_at: one.receivedAt.toISOString(),
      batch_index: one.index,
      code: one.code,
      message: one.message.toWellFormed(),
      raw: one.raw.toWellFormed(),
    })),
  )
}
