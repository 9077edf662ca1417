import type { WorkspaceId } from '@/lib/auth/workspace-id'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '@/lib/server/db'
import type { BatchPart } from './batch-of'

/** Most rows of each kind: nobody reads more of them in a corner. */
const most = 20

/** What works or waits, or ended since then. */
const lately = (since: Date) => [
  { state: { in: ['queued', 'running'] } } satisfies Prisma.RunWhereInput,
  { finishedAt: { gt: since } } satisfies Prisma.RunWhereInput,
]

/** Runs on their own; those made together are told by `batchesLately`. */
export function runsLately(workspaceId: WorkspaceId, since: Date) {
  return db().run.findMany({
    where: { workspaceId, batchId: null, OR: lately(since) },
    select: {
      id: true,
      asOf: true,
      state: true,
      progress: true,
      people: true,
      error: true,
      createdAt: true,
      startedAt: true,
      finishedAt: true,
      model: { select: { name: true, kind: true } },
    },
    orderBy: { createdAt: 'desc' },
    take: most,
  })
}

export type Batch = { id: string; modelName: string; parts: BatchPart[] }

/** Runs that were made together, with all of their rows by state, ended long ago or not. */
export async function batchesLately(workspaceId: WorkspaceId, since: Date): Promise<Batch[]> {
  const found = await db().run.groupBy({
    by: ['batchId', 'modelId'],
    where: { workspaceId, batchId: { not: null }, OR: lately(since) },
    _max: { createdAt: true },
    orderBy: { _max: { createdAt: 'desc' } },
    take: most,
  })
  if (found.length === 0) return []
  const [parts, models] = await Promise.all([
    db().run.groupBy({
      by: ['batchId', 'state'],
      where: { workspaceId, batchId: { in: found.flatMap(({ batchId }) => batchId ?? []) } },
      _count: true,
      _sum: { progress: true },
      _min: { asOf: true, startedAt: true },
      _max: { asOf: true, finishedAt: true, error: true },
    }),
    db().model.findMany({
      where: { id: { in: found.map(({ modelId }) => modelId) } },
      select: { id: true, name: true },
    }),
  ])
  return found.map(({ batchId, modelId }) => ({
    id: batchId ?? '',
    modelName: models.find(({ id }) => id === modelId)?.name ?? '',
    parts: parts.filter((part) => part.batchId === batchId).map(partOf),
  }))
}

function partOf(row: {
  state: string
  _count: number
  _sum: { progress: number | null }
  _min: { asOf: Date | null; startedAt: Date | null }
  _max: { asOf: Date | null; finishedAt: Date | null; error: string | null }
}): BatchPart {
  const first = row._min.asOf ?? new Date(0)
  return {
    // A run never is `uploaded`, a state that only imports have.
    state: row.state as BatchPart['state'],
    runs: row._count,
    progress: row._sum.progress ?? 0,
    first,
    last: row._max.asOf ?? first,
    startedAt: row._min.startedAt,
    finishedAt: row._max.finishedAt,
    error: row._max.error,
  }
}

/** Imports and their dry runs; a file that waits for its mapping, or was put away before it began, is no work. */
export function importsLately(workspaceId: WorkspaceId, since: Date) {
  return db().import.findMany({
    where: {
      workspaceId,
      OR: lately(since) as Prisma.ImportWhereInput[],
      NOT: { state: 'cancelled', startedAt: null },
    },
    select: {
      id: true,
      fileName: true,
      dryRun: true,
      state: true,
      progress: true,
      rows: true,
      error: true,
      createdAt: true,
      startedAt: true,
      finishedAt: true,
    },
    orderBy: { createdAt: 'desc' },
    take: most,
  })
}

/** Counts for previews. What one job counts beside the people of a preview, those of a pinned day, is not told apart. */
export async function previewsLately(workspaceId: WorkspaceId, since: Date) {
  const found = await db().previewCount.findMany({
    where: { workspaceId, OR: lately(since) as Prisma.PreviewCountWhereInput[] },
    orderBy: [{ createdAt: 'desc' }, { asOf: 'desc' }],
    take: most,
  })
  const models = await db().model.findMany({
    where: { id: { in: found.map(({ modelId }) => modelId) } },
    select: { id: true, name: true },
  })
  const jobOf = ({ fingerprint, createdAt }: (typeof found)[number]) =>
    `${fingerprint} ${createdAt.getTime()}`
  return found
    .filter((row, index) => found.findIndex((other) => jobOf(other) === jobOf(row)) === index)
    .map((row) => ({ ...row, modelName: models.find(({ id }) => id === row.modelId)?.name ?? '' }))
}

/** Old actions being dropped. */
export function truncationsLately(workspaceId: WorkspaceId, since: Date) {
  return db().truncation.findMany({
    where: { workspaceId, OR: lately(since) as Prisma.TruncationWhereInput[] },
    orderBy: { createdAt: 'desc' },
    take: most,
  })
}

/** The demo that is being written, or was a moment ago. */
export function demoLately(workspaceId: WorkspaceId, since: Date) {
  return db().demoLoad.findFirst({
    where: { workspaceId, OR: lately(since) as Prisma.DemoLoadWhereInput[] },
  })
}
