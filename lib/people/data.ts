import { db } from '@/lib/server/db'

/** When a run began to read: what came later it may not have seen. */
export async function runStarted(runId: string): Promise<Date> {
  const run = await db().run.findUniqueOrThrow({
    where: { id: runId },
    select: { startedAt: true, createdAt: true },
  })
  return run.startedAt ?? run.createdAt
}
