import { read } from '@/lib/api/read'
import { parseEngagementDocument } from '@/lib/scoring/engagement/document'
import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'

type Draft = { document: unknown; etag: string; savedAt: string | null; savedBy: string | null }

/** The draft as the server has it, every default filled. Throws ReadError, and Error for what is no draft. */
export async function readDraft(workspace: string, id: string) {
  const { document, ...draft } = await read<Draft>(workspace, 'drafts.get', { id })
  const parsed = parseEngagementDocument(document)
  if (!parsed.ok) throw new Error(parsed.message)
  return { ...draft, document: structuredClone(parsed.document) as WrittenDocument }
}
