import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { db } from '@/lib/server/db'

/** Sources of the workspace by id: the name of a write key, the file of an import. */
export async function sourceNames(
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const where = { workspaceId, id: { in: [...new Set(ids)] } }
  const [keys, imports] = await Promise.all([
    db().writeKey.findMany({ where, select: { id: true, name: true } }),
    db().import.findMany({ where, select: { id: true, fileName: true } }),
  ])
  return new Map([
    ...keys.map(({ id, name }) => [id, name] as const),
    ...imports.map(({ id, fileName }) => [id, fileName] as const),
  ])
}
