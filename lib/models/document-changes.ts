import { contactDocumentChanges } from '@/lib/scoring/contacts/document-changes'
import type { DocumentChange } from '@/lib/scoring/document/document-change'
import { documentChanges as engagementChanges } from '@/lib/scoring/engagement/document-changes'
import type { ModelDocument } from '@/lib/scoring/model-document'

/**
 * The difference between two documents of one model in the words of those who read it. Throws where they are of two
 * kinds, which no model has.
 */
export function documentChanges(from: ModelDocument, to: ModelDocument): readonly DocumentChange[] {
  if (from.kind === 'engagement' && to.kind === 'engagement') return engagementChanges(from, to)
  if (from.kind === 'contact' && to.kind === 'contact') return contactDocumentChanges(from, to)
  throw new Error('documents of two kinds cannot be compared')
}
