import type { Context } from './context'
import { db } from './db'

/** Writes down who changed what. `subject` names the thing, never a secret. */
export async function audit(
  context: Context,
  operation: string,
  subject: Record<string, unknown>,
): Promise<void> {
  await db().auditEntry.create({
    data: {
      workspaceId: context.workspace.id,
      actor: context.actor.label,
      operation,
      subject: JSON.parse(JSON.stringify(subject)),
    },
  })
}
