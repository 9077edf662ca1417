import { randomUUID } from 'node:crypto'
import { hashSecret, newSecret, secretHint } from '@/lib/auth/secrets'
import { mintWorkspaceId } from '@/lib/auth/workspace-id'
import type { Role } from '@/prisma/generated/enums'
import type { Context } from './context'
import { db } from './db'

/** A fresh workspace for a test, so that tests share databases without meeting. */
export async function makeWorkspace(timeZone = 'UTC'): Promise<Context['workspace']> {
  const slug = `test-${randomUUID().slice(0, 13)}`
  const { id } = await db().workspace.create({ data: { slug, name: 'Test workspace', timeZone } })
  return { id: mintWorkspaceId(id), slug, name: 'Test workspace', timeZone }
}

/** The context of a job-like actor with the given role. */
export const contextOf = (
  workspace: Context['workspace'],
  role: Role = 'owner',
  now = new Date(),
): Context => ({
  workspace,
  actor: { kind: 'api-key', id: randomUUID(), role, label: `Test ${role}` },
  now,
})

/** An API key with a role; answers the secret. */
export async function makeApiKey(workspace: Context['workspace'], role: Role): Promise<string> {
  const secret = newSecret('apiKey')
  const data = { workspaceId: workspace.id, name: `${role} key`, role, keyHash: hashSecret(secret) }
  await db().apiKey.create({ data: { ...data, prefix: secretHint(secret) } })
  return secret
}
