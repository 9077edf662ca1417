import { formatDay } from '@/lib/format/instant'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'
import { sentActions } from '@/lib/scoring/contacts/grammar/action-names'
import { actionName } from './action-words'

const others: Record<string, string> = {
  time: 'time passed',
  merge: 'merged with another contact',
  truncation: 'old actions were deleted',
  unread: 'message left unread',
}

const isAction = (cause: string): cause is ActionName => (sentActions as readonly string[]).includes(cause)

/**
 * What changed the stars, in words: "hard bounce, 16 Dec 2025", "version 3 was published".
 *
 * @param at when the action occurred, where it was one
 */
export function causeInWords(cause: string, at: string | null, version: number, zone: string): string {
  if (cause === 'model') return `version ${version} was published`
  const said = isAction(cause) ? actionName(cause) : (others[cause] ?? cause)
  return at ? `${said}, ${formatDay(at, zone)}` : said
}
