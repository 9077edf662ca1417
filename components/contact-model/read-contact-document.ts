import type { ReadDocument } from '@/components/model/read-draft'
import { parseContactDocument } from '@/lib/scoring/contacts/document'
import type { WrittenContactDocument } from '@/lib/scoring/contacts/grammar/contact'

export const readContactDocument: ReadDocument<WrittenContactDocument> = (written) => {
  const parsed = parseContactDocument(written)
  if (!parsed.ok) throw new Error(parsed.message)
  return structuredClone(parsed.document) as WrittenContactDocument
}
