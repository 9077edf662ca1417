import type { WorkspaceId } from '@/lib/auth/workspace-id'
import type { WorkspaceLock } from '@/lib/ingest/workspace-lock'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { log } from '@/lib/server/log'
import { contactDocumentOf } from '../data'

/** A version whose ratings are kept current. */
export type VersionInUse = {
  modelId: string
  versionId: string
  document: ContactDocument
  /** Whether everybody has been rated under it. */
  complete: boolean
}

/**
 * The versions that are read, or will be: of each contact model in use the newest, and the newest that is complete.
 * Asked on the lock's connection, so that a version published before this writer is known to it.
 */
export async function versionsInUse(lock: WorkspaceLock, workspaceId: WorkspaceId): Promise<VersionInUse[]> {
  const { rows } = await lock.query<{ id: string; modelId: string; document: unknown; complete: boolean }>(
    `WITH versions AS (
       SELECT v.id, v."modelId", v.number, v.document,
         EXISTS (SELECT 1 FROM "Run" r WHERE r."versionId" = v.id AND r.state = 'done') AS complete
       FROM "ModelVersion" v JOIN "Model" m ON m.id = v."modelId"
       WHERE m."workspaceId" = $1::uuid AND m.kind = 'contact' AND m."archivedAt" IS NULL)
     SELECT id, "modelId", document, complete FROM versions v
     WHERE number = (SELECT max(number) FROM versions x WHERE x."modelId" = v."modelId")
       OR number = (SELECT max(number) FROM versions x WHERE x."modelId" = v."modelId" AND x.complete)
     ORDER BY "modelId", number`,
    [workspaceId],
  )
  return rows.flatMap(({ id, modelId, document, complete }) => {
    const read = readable({ id, document })
    return read ? [{ modelId, versionId: id, document: read, complete }] : []
  })
}

/** Nobody's events wait for a document that cannot be read. */
function readable(version: { id: string; document: unknown }): ContactDocument | null {
  try {
    return contactDocumentOf(version)
  } catch (err) {
    log().error({ err, versionId: version.id }, 'contacts are not rated under a version')
    return null
  }
}

/** Names of track events that are an action under any of the versions. */
export function mappedNames(versions: readonly Pick<VersionInUse, 'document'>[]): string[] {
  const names = versions.flatMap(({ document }) =>
    document.actions.flatMap((rule) => ('events' in rule ? rule.events : [])),
  )
  return [...new Set(names)]
}

/** The action that an event is under a document; null where it is none. */
export function actionOf(
  document: ContactDocument,
  { kind, name }: { kind: string; name: string },
): string | null {
  if (kind === 'action') return name
  if (kind !== 'track') return null
  return document.actions.find((rule) => 'events' in rule && rule.events.includes(name))?.action ?? null
}

/** Whether a rating changes as time passes, without any action. */
export const changesWithTime = ({ clock, actions }: ContactDocument): boolean =>
  clock.type === 'time' || actions.some(({ action, counted }) => action === 'unread' && counted)
