import { inOrder } from '@/lib/scoring/contacts/ordered-actions'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'
import type { ContactScore } from '@/lib/scoring/contacts/score-contact'
import type { ContactRow } from './schema'

/** What somebody does of their own. */
const responses: readonly ActionName[] = ['read', 'click', 'forward', 'reply', 'profile_update', 'invite']

type Facts = Omit<ContactRow, 'personId' | 'email' | 'name' | 'reason' | 'score' | 'stars'>
type Action = { id: string; action: ActionName; at: number }
type History = { actions: readonly Action[]; knownSince?: number }

/** Is the newest word on it that the contact wants no mail? */
function hasLeft(actions: readonly Action[]): boolean {
  const last = actions
    .filter(({ action }) => action === 'subscribed' || action === 'unsubscribe')
    .sort(inOrder)
    .at(-1)
  return last?.action === 'unsubscribe'
}

/** The earliest that anything is known of the contact; an instant without actions is none. */
const sinceOf = ({ actions, knownSince = Infinity }: History) =>
  actions.reduce((earliest, { at }) => Math.min(earliest, at), knownSince)

/**
 * What a row of the list says of a contact beside the score, of its history as `contact_ratings` says it. Where nothing
 * counts there is no last action: its instant is then the earliest that the contact is known of.
 */
export function contactFacts(history: History, { counted }: Pick<ContactScore, 'counted'>): Facts {
  const of = (...names: ActionName[]) => counted.filter(({ action }) => names.includes(action)).length
  const last = counted.at(-1)
  const response = counted.findLast(({ action }) => responses.includes(action))
  return {
    lastAction: last?.action ?? '',
    lastActionAt: new Date(last?.at ?? sinceOf(history)),
    lastResponseAt: response ? new Date(response.at) : null,
    bounces: of('bounce_hard', 'bounce_soft'),
    complaints: of('complaint'),
    unsubscribed: hasLeft(history.actions),
  }
}
