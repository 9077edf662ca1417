import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { db } from '@/lib/server/db'

/** Workspaces whose ratings are behind since before an instant, but for those that are being filled: an import or a
 * demo rates everybody at its end. */
export async function listStaleWorkspaces(before: Date, workspaceId?: WorkspaceId): Promise<string[]> {
  const workspaces = await db().workspace.findMany({
    where: {
      id: workspaceId,
      refoldSince: { lt: before },
      imports: { none: { state: 'running', dryRun: false } },
      NOT: { demoLoad: { state: 'running' } },
    },
    select: { id: true },
  })
  return workspaces.map(({ id }) => id)
}
