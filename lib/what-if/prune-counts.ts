import { dropCountsOfRuns } from '@/lib/engagement/sql/remove-run'
import { type CountRow, deleteCount, eventsCameAt, hasNewerRun, listOldCounts } from './data'

const DAY_MS = 86_400_000

/** Nobody reads it any more, or whoever reads it should not. */
async function isObsolete(row: CountRow, now: Date): Promise<boolean> {
  if (row.state !== 'done') return true
  if (now.getTime() - row.usedAt.getTime() > DAY_MS) return true
  if (await hasNewerRun(row)) return true
  const startedAt = row.startedAt ?? row.createdAt
  if (now.getTime() - startedAt.getTime() < DAY_MS) return false
  const cameAt = await eventsCameAt(row.workspaceId)
  return cameAt !== null && cameAt > startedAt
}

/**
 * Every hour: removes what was counted for previews and is of no use any more. What was not read for a day, what scores
 * made later or events that came later have overtaken, and what a job that died has left.
 */
export async function pruneCounts(clock: () => Date = () => new Date()): Promise<void> {
  const now = clock()
  for (const row of await listOldCounts(now)) {
    if (!(await isObsolete(row, now))) continue
    // First the rows: without them the counts could not be found again.
    await dropCountsOfRuns([row.id])
    await deleteCount(row.id)
  }
}
