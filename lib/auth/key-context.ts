import type { Context } from '@/lib/server/context'
import { db } from '@/lib/server/db'
import { AppError } from '@/lib/server/errors'
import { hashSecret } from './secrets'
import { mintWorkspaceId } from './workspace-id'

const keptFresh = 60_000

/** The context of `Authorization: Bearer <api key>`. Throws AppError `unauthorized` for no, an unknown or a revoked key. */
export async function keyContext(request: Request): Promise<Context> {
  const key = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (!key) throw new AppError('unauthorized', 'Send an API key: "Authorization: Bearer <key>".')
  const row = await db().apiKey.findUnique({
    where: { keyHash: hashSecret(key) },
    include: { workspace: true },
  })
  if (!row || row.revokedAt) throw new AppError('unauthorized', 'This API key is unknown or revoked.')
  const now = new Date()
  if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > keptFresh) {
    await db().apiKey.update({ where: { id: row.id }, data: { lastUsedAt: now } })
  }
  const { slug, name, timeZone } = row.workspace
  return {
    workspace: { id: mintWorkspaceId(row.workspaceId), slug, name, timeZone },
    actor: { kind: 'api-key', id: row.id, role: row.role, label: `API key ${row.name}` },
    now,
  }
}
