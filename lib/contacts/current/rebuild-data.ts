import type { RunToDo } from '@/lib/engagement/run-data'
import { db } from '@/lib/server/db'

/** Ends a rebuild; false when it was asked to stop before. */
export async function finishRebuild(
  { id, startedAt }: Pick<RunToDo, 'id' | 'startedAt'>,
  people: number,
  now: Date,
): Promise<boolean> {
  const seconds = (now.getTime() - (startedAt ?? now).getTime()) / 1000
  const ended = await db().run.updateMany({
    where: { id, state: 'running', cancelRequestedAt: null },
    data: { state: 'done', progress: 1, people, seconds, finishedAt: now },
  })
  return ended.count > 0
}

/** The newest version before a number under which everybody was rated; null without one. */
export async function completeVersionBefore(modelId: string, number: number): Promise<string | null> {
  const version = await db().modelVersion.findFirst({
    where: { modelId, number: { lt: number }, runs: { some: { state: 'done' } } },
    select: { id: true },
    orderBy: { number: 'desc' },
  })
  return version?.id ?? null
}

/** The newest versions before a number, at most twenty: further back everything was removed long ago. */
export async function listVersionsBefore(modelId: string, number: number): Promise<string[]> {
  const versions = await db().modelVersion.findMany({
    where: { modelId, number: { lt: number } },
    select: { id: true },
    orderBy: { number: 'desc' },
    take: 20,
  })
  return versions.map(({ id }) => id)
}
