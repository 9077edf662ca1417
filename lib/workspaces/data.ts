import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { hashSecret, newSecret, secretHint } from '@/lib/auth/secrets'
import { Prisma } from '@/prisma/generated/client'
import type { Role } from '@/prisma/generated/enums'
import { db } from '@/lib/server/db'
import { numberedSlug, slugOf } from './slug-of'

/** The workspaces a person is a member of, by name. */
export function workspacesOf(userId: string) {
  return db().workspace.findMany({
    where: { members: { some: { userId } } },
    select: { slug: true, name: true },
    orderBy: { name: 'asc' },
  })
}

export function findWorkspace(id: WorkspaceId) {
  return db().workspace.findUniqueOrThrow({ where: { id } })
}

type NewWorkspace = { name: string; slug?: string; timeZone: string }

/** Makes a workspace with its owner. Null when the slug that was asked for is taken; one made of the name is numbered. */
export async function insertWorkspace(ownerId: string, { name, slug, timeZone }: NewWorkspace) {
  for (let attempt = 1; ; attempt++) {
    const data = { name, timeZone, slug: slug ?? numberedSlug(slugOf(name), attempt) }
    try {
      return await db().workspace.create({
        data: { ...data, members: { create: { userId: ownerId, role: 'owner' } } },
        select: { slug: true, name: true, timeZone: true },
      })
    } catch (error) {
      const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
      if (!isTaken) throw error
      if (slug !== undefined) return null
    }
  }
}

export function updateWorkspace(id: WorkspaceId, data: { name: string; timeZone: string }) {
  return db().workspace.update({ where: { id }, data })
}

const keyFields = {
  id: true,
  name: true,
  prefix: true,
  createdAt: true,
  revokedAt: true,
  lastUsedAt: true,
} as const

export function listApiKeys(workspaceId: WorkspaceId) {
  return db().apiKey.findMany({
    where: { workspaceId },
    select: { ...keyFields, role: true },
    orderBy: { createdAt: 'desc' },
  })
}

/** Makes a key; `secret` is in this answer only. */
export async function createApiKey(
  workspaceId: WorkspaceId,
  name: string,
  role: Role,
  secret = newSecret('apiKey'),
) {
  const data = { workspaceId, name, role, keyHash: hashSecret(secret), prefix: secretHint(secret) }
  const { id } = await db().apiKey.create({ data })
  return { id, secret }
}

/** False when the workspace has no such key. */
export async function revokeApiKey(workspaceId: WorkspaceId, id: string, now: Date): Promise<boolean> {
  const changed = await db().apiKey.updateMany({
    where: { id, workspaceId, revokedAt: null },
    data: { revokedAt: now },
  })
  return changed.count > 0
}
