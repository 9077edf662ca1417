import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { db } from '@/lib/server/db'

/** Models in use, or the archived ones, each with its newest version and the newest scores of the newest scored one. */
export function modelsToList(workspaceId: WorkspaceId, archived: boolean) {
  return db().model.findMany({
    where: { workspaceId, archivedAt: archived ? { not: null } : null },
    include: {
      versions: { orderBy: { number: 'desc' }, take: 1 },
      snapshots: {
        orderBy: [{ version: { number: 'desc' } }, { asOf: 'desc' }],
        take: 1,
        include: { version: { select: { number: true, document: true } } },
      },
    },
    orderBy: archived ? { archivedAt: 'desc' } : [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

export type ModelToList = Awaited<ReturnType<typeof modelsToList>>[number]

/** How many models are in use, and how many are archived. */
export async function countedModels(workspaceId: WorkspaceId) {
  const [all, archived] = await Promise.all([
    db().model.count({ where: { workspaceId } }),
    db().model.count({ where: { workspaceId, archivedAt: { not: null } } }),
  ])
  return { inUse: all - archived, archived }
}
