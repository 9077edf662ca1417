import { type EngagementDocument, parseEngagementDocument } from '@/lib/scoring/engagement/document'
import type { DocumentPath } from '@/lib/scoring/document/document-problem'
import { AppError } from '@/lib/server/errors'

type Parsed<Document> = { ok: true; document: Document } | { ok: false; message: string; path: DocumentPath }

/** PostgreSQL stores neither in JSON. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/

/**
 * What the grammar made of a document, once it can be stored as well. Throws AppError `invalid` with the path of the
 * first problem.
 */
export function accepted<Document>(parsed: Parsed<Document>): Document {
  if (!parsed.ok) throw new AppError('invalid', parsed.message, parsed.path)
  if (unstorable.test(JSON.stringify(parsed.document))) {
    throw new AppError('invalid', 'The document holds a character that is not valid Unicode text.', [])
  }
  return parsed.document
}

/** An engagement model, its defaults filled. Throws AppError `invalid` with the path of the first problem. */
export const checkedDocument = (document: unknown): EngagementDocument =>
  accepted(parseEngagementDocument(document))
