import { type DocumentPath, placeInWords } from '@/lib/scoring/document/document-problem'
import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'

/** A problem of the draft, a behavior or tier called by its name: "Ran a report: weight must be a finite number." */
export function problemInWords(
  { path, message }: { path: DocumentPath; message: string },
  document: Pick<WrittenDocument, 'behaviors' | 'tiers'>,
): string {
  const [list, index, ...rest] = path
  if (typeof index !== 'number' || (list !== 'behaviors' && list !== 'tiers')) return message
  const name = document[list][index]?.name?.trim()
  const reason = message.slice(placeInWords(path).length).trim()
  if (!name) return message
  return rest.length === 0 ? `${name} ${reason}` : `${name}: ${placeInWords(rest)} ${reason}`
}
