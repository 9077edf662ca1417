import { hashSecret } from '@/lib/auth/secrets'
import { type WorkspaceId, mintWorkspaceId } from '@/lib/auth/workspace-id'
import { db } from '@/lib/server/db'

export type Source = { sourceId: string; workspaceId: WorkspaceId }

/** The source a write key belongs to; null for an unknown or revoked key. */
export async function findWriteKey(key: string): Promise<Source | null> {
  const row = await db().writeKey.findUnique({ where: { keyHash: hashSecret(key) } })
  if (!row || row.revokedAt) return null
  return { sourceId: row.id, workspaceId: mintWorkspaceId(row.workspaceId) }
}
