import { AppError } from '@/lib/server/errors'
import { type EngagementDocument, parseEngagementDocument } from '@/lib/scoring/engagement/document'

/** PostgreSQL stores neither in JSON. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/

/** The document, its defaults filled. Throws AppError `invalid` or `not_yet` with the path of the first problem. */
export function checkedDocument(document: unknown): EngagementDocument {
  const parsed = parseEngagementDocument(document)
  if (!parsed.ok) {
    throw new AppError(parsed.code === 'not_yet' ? 'not_yet' : 'invalid', parsed.message, parsed.path)
  }
  if (unstorable.test(JSON.stringify(parsed.document))) {
    throw new AppError('invalid', 'The document holds a character that is not valid Unicode text.', [])
  }
  return parsed.document
}
