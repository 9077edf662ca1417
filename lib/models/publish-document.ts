import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { publishContact } from '@/lib/contacts/current/publish-contact'
import { publish } from '@/lib/engagement/publish'
import type { ModelDocument } from '@/lib/scoring/model-document'

type Publication = {
  modelId: string
  document: ModelDocument
  note: string
  publishedBy: string
  /** The document becomes the draft too. */
  replacesDraft?: boolean
}

/**
 * Publishes a document as the next version of a model of its kind: people are scored by it now and over the past year,
 * or the stars of all contacts are made again.
 */
export async function publishDocument(
  workspaceId: WorkspaceId,
  { document, ...rest }: Publication,
  now: Date,
): Promise<{ version: number; runId: string }> {
  return document.kind === 'contact'
    ? publishContact(workspaceId, { ...rest, document }, now)
    : publish(workspaceId, { ...rest, document }, now)
}
