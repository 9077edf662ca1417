import { db } from '@/lib/server/db'

export type Restating = {
  batchId: string
  /** Instants that are scored together, and how many of them are done. */
  total: number
  done: number
  /** 0 to 1. */
  progress: number
}

/** The past instants that are being scored together under a version; null when none wait or work. */
export async function findRestating(versionId: string): Promise<Restating | null> {
  const waiting = await db().run.findFirst({
    where: { versionId, batchId: { not: null }, state: { in: ['queued', 'running'] } },
    select: { batchId: true },
    orderBy: { createdAt: 'desc' },
  })
  if (!waiting?.batchId) return null
  const { batchId } = waiting
  const byState = await db().run.groupBy({
    by: ['state'],
    where: { batchId },
    _count: true,
    _sum: { progress: true },
  })
  const total = byState.reduce((sum, { _count }) => sum + _count, 0)
  const done = byState.reduce((sum, { state, _count }) => sum + (state === 'done' ? _count : 0), 0)
  const share = byState.reduce((sum, { _sum }) => sum + (_sum.progress ?? 0), 0)
  return { batchId, total, done, progress: total === 0 ? 0 : share / total }
}
