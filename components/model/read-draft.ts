import { read } from '@/lib/api/read'
import { parseEngagementDocument } from '@/lib/scoring/engagement/document'
import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'

/** A draft as the server has it. */
export type KeptDraft<Document> = {
  document: Document
  etag: string
  savedAt: string | null
  savedBy: string | null
}

/** What was written as its grammar reads it, every default filled. Throws Error for what is no such document. */
export type ReadDocument<Document> = (written: unknown) => Document

/** The draft as the server has it, every default filled. Throws ReadError, and Error for what is no draft. */
export async function readDraft<Document>(
  workspace: string,
  id: string,
  readDocument: ReadDocument<Document>,
): Promise<KeptDraft<Document>> {
  const { document, ...draft } = await read<KeptDraft<unknown>>(workspace, 'drafts.get', { id })
  return { ...draft, document: readDocument(document) }
}

export const readEngagementDocument: ReadDocument<WrittenDocument> = (written) => {
  const parsed = parseEngagementDocument(written)
  if (!parsed.ok) throw new Error(parsed.message)
  return structuredClone(parsed.document) as WrittenDocument
}
