import { type Permission, allowed } from '@/lib/auth/permissions'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import type { Role } from '@/prisma/generated/enums'

/** Who asks: a person who signed in, an API key, or a job of our own. */
export type Actor = {
  kind: 'user' | 'api-key' | 'job'
  id: string
  role: Role
  /** For the audit: an e-mail, a key's name, or "Gravitas". */
  label: string
}

/** Everything an operation may know of its caller. Made by the adapters in `lib/auth`, never by hand. */
export type Context = {
  workspace: { id: WorkspaceId; slug: string; name: string; timeZone: string }
  actor: Actor
  /** The clock, passed in. */
  now: Date
}

export const can = (context: Context, permission: Permission): boolean =>
  allowed(context.actor.role, permission)
