import { db } from '@/lib/server/db'

type Asked = { asOf?: Date; version?: number }

/**
 * The newest scores of a model whose run keeps what everybody did: of `version`, or of the newest version that has some.
 * A run on its own keeps it; of runs that were made together only the newest does. Null where there are none.
 */
export async function findCountedSnapshot(modelId: string, { asOf, version }: Asked) {
  const snapshots = await db().snapshot.findMany({
    where: { modelId, asOf, version: { number: version } },
    select: { asOf: true, runId: true, versionId: true, run: { select: { batchId: true } } },
    orderBy: [{ version: { number: 'desc' } }, { asOf: 'desc' }],
  })
  const counted = snapshots.find(({ runId, run }) => run.batchId === null || run.batchId === runId)
  if (!counted) return null
  const of = await db().modelVersion.findUniqueOrThrow({
    where: { id: counted.versionId },
    select: { number: true, document: true },
  })
  return { asOf: counted.asOf, runId: counted.runId, version: of }
}
