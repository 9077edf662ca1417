import { eventPresets } from '@/lib/scoring/contacts/event-presets'
import type { ActionName, SentAction } from '@/lib/scoring/contacts/grammar/action-names'

/** Words by which tools tell an action in the names of their events. */
const words: Record<SentAction, RegExp> = {
  subscribed: /(?<!un)subscri|opt.?in|sign.?up.*(news|list)/i,
  delivered: /deliver/i,
  read: /\bopen|\bread\b/i,
  click: /click/i,
  forward: /forward|shared?.*mail/i,
  reply: /repl(y|ied)|answer/i,
  profile_update: /(profile|preference)s?.*(updat|chang|edit)|(updat|chang).*(profile|preference)/i,
  invite: /invit|referr/i,
  bounce_hard: /bounce/i,
  bounce_soft: /soft.?bounce|defer/i,
  complaint: /spam|complain|abuse/i,
  unsubscribe: /unsubscri|opt.?out/i,
}

const MOST = 8

export type SuggestedEvent = {
  name: string
  /** People it came from; null where it has not come yet. */
  people: number | null
}

/**
 * Track events that are likely to be an action: those of the catalog that are called like it, by people, then the names
 * that tools commonly give it.
 *
 * @param tracked what the catalog knows of track events
 * @param taken names that are an action already
 */
export function suggestedEvents(
  action: ActionName,
  tracked: readonly { name: string; people: number }[],
  taken: ReadonlySet<string>,
): readonly SuggestedEvent[] {
  if (action === 'unread') return []
  const presets = eventPresets[action] ?? []
  const alike = tracked
    .filter(({ name }) => presets.includes(name) || words[action].test(name))
    .sort((a, b) => b.people - a.people)
  const seen = new Set(alike.map(({ name }) => name))
  const usual = presets.filter((name) => !seen.has(name)).map((name) => ({ name, people: null }))
  return [...alike.map(({ name, people }) => ({ name, people })), ...usual]
    .filter(({ name }) => !taken.has(name))
    .slice(0, MOST)
}
