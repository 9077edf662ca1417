import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { workspaceTimes } from '@/lib/engagement/data'
import { observedUntil } from '@/lib/engagement/observed-until'
import { type ContactDocument, parseContactDocument } from '@/lib/scoring/contacts/document'
import { AppError } from '@/lib/server/errors'
import {
  insertFirstContactModel,
  insertRebuild,
  listPublishedContactModels,
  publishContactVersion,
} from '../data'

type Publication = {
  modelId: string
  document: ContactDocument
  note: string
  publishedBy: string
  /** The document becomes the draft too. */
  replacesDraft?: boolean
}

/** Publishes a document as the next version of a contact model and queues the rebuild of everybody's rating. */
export async function publishContact(
  workspaceId: WorkspaceId,
  publication: Publication,
  now: Date,
): Promise<{ version: number; runId: string }> {
  const asOf = observedUntil(await workspaceTimes(workspaceId), now)
  return publishContactVersion(workspaceId, { ...publication, now, asOf })
}

/**
 * Queues everybody's rating to be made again under the newest version of a published contact model; answers the run's
 * id. For one that was out of use, and on request. Throws AppError `conflict` where nothing is published.
 */
export async function queueRebuild(workspaceId: WorkspaceId, modelId: string, now: Date): Promise<string> {
  const model = (await listPublishedContactModels(workspaceId)).find(({ id }) => id === modelId)
  const [newest] = model?.versions ?? []
  if (!model || !newest) throw new AppError('conflict', 'No version of this contact model is published yet.')
  const asOf = observedUntil(model.workspace, now)
  return insertRebuild({ workspaceId, modelId, versionId: newest.id, asOf, now })
}

/** The contact model that asks nothing of anybody: every default. */
export const usualContactName = 'Newsletter'

/**
 * Makes and publishes the usual contact model, all defaults. Throws AppError `conflict` where a contact model in use is
 * published already.
 */
export async function makeUsualContactModel(
  workspaceId: WorkspaceId,
  publishedBy: string,
  now: Date,
): Promise<{ id: string; version: number; runId: string }> {
  const usual = parseContactDocument({ kind: 'contact', name: usualContactName })
  if (!usual.ok) throw new Error(`the usual contact model is not valid: ${usual.message}`)
  const made = await insertFirstContactModel(workspaceId, {
    document: usual.document,
    note: 'The usual points, severities and stars.',
    publishedBy,
    now,
    asOf: observedUntil(await workspaceTimes(workspaceId), now),
  })
  if (!made) throw new AppError('conflict', 'A contact model is published already.')
  return made
}
