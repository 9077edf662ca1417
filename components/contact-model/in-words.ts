import { actionName } from '@/components/contact/action-words'
import type { WrittenContactDocument } from '@/lib/scoring/contacts/grammar/contact'
import { type DocumentPath, placeInWords } from '@/lib/scoring/document/document-problem'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** `floor`: the field of a document as a person calls it. */
const fields: Readonly<Record<string, string>> = {
  afterDays: 'days until unread',
  events: 'events',
  machine: 'machine activity',
  dedupe: 'one of each',
}

const fieldInWords = (path: DocumentPath): string => {
  const [field, ...rest] = path
  const inside = rest.map((step) => (typeof step === 'number' ? ` ${step + 1}` : `, ${step}`)).join('')
  return `${fields[String(field)] ?? String(field)}${inside}`
}

function called(path: DocumentPath, { actions }: Pick<WrittenContactDocument, 'actions'>): string {
  const [list, index, ...rest] = path
  if (list === 'stars' && typeof index === 'number') return `The cut of ${index + 2}★`
  const action = list === 'actions' && typeof index === 'number' ? actions[index]?.action : undefined
  if (!action) return capital(fieldInWords(path))
  return rest.length === 0
    ? capital(actionName(action))
    : `${capital(actionName(action))}: ${fieldInWords(rest)}`
}

/**
 * A problem of the draft, or a remark on it, its place called as a person calls it: "Read: points must be at least 0.",
 * "The cut of 4★ must be greater than 3, the cut before."
 */
export function inWords(
  { path, message }: { path: DocumentPath; message: string },
  document: Pick<WrittenContactDocument, 'actions'>,
): string {
  return `${called(path, document)} ${message.slice(placeInWords(path).length).trim()}`
}
