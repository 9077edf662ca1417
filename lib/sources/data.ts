import { hashSecret, newSecret, secretHint } from '@/lib/auth/secrets'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { db } from '@/lib/server/db'

export function listWriteKeys(workspaceId: WorkspaceId) {
  return db().writeKey.findMany({
    where: { workspaceId },
    select: { id: true, name: true, prefix: true, createdAt: true, revokedAt: true, lastUsedAt: true },
    orderBy: { createdAt: 'desc' },
  })
}

/** Makes a source with its write key; `secret` is in this answer only. */
export async function createWriteKey(workspaceId: WorkspaceId, name: string, secret = newSecret('writeKey')) {
  const data = { workspaceId, name, keyHash: hashSecret(secret), prefix: secretHint(secret) }
  const { id } = await db().writeKey.create({ data })
  return { id, secret }
}

/** False when the workspace has no such key in use. */
export async function revokeWriteKey(workspaceId: WorkspaceId, id: string, now: Date): Promise<boolean> {
  const changed = await db().writeKey.updateMany({
    where: { id, workspaceId, revokedAt: null },
    data: { revokedAt: now },
  })
  return changed.count > 0
}
