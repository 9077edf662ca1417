import type { ActionName } from './grammar/action-names'
import { inOrder } from './ordered-actions'
import type { NotCounted, NotCountedReason } from './not-counted'

/** What deciding between two actions asks of them. */
export type Candidate = { id: string; action: ActionName; at: number; messageId?: string; listId?: string }

export type Chosen<Action> = { kept: readonly Action[]; dropped: readonly NotCounted[] }

/** Actions of one message, of which one counts. */
const ofMessage: readonly ActionName[] = [
  'read',
  'click',
  'forward',
  'reply',
  'bounce_hard',
  'bounce_soft',
  'complaint',
  'unread',
]

/** What is missing is its own: an action without message id is a message of its own. */
const part = (name: string, id: string | undefined, { id: own }: Candidate) =>
  id ? `${name} ${id}` : `own ${own}`

function groupOf(one: Candidate): string {
  if (one.action === 'bounce_hard' || one.action === 'bounce_soft')
    return `bounce ${part('of', one.messageId, one)}`
  if (ofMessage.includes(one.action)) return `${one.action} ${part('of', one.messageId, one)}`
  return one.action === 'invite' ? `invite ${part('to', one.listId, one)}` : one.action
}

/** A hard bounce is worse than a soft one, whatever the model makes of them. */
const isWorse = (one: Candidate, other: Candidate) =>
  one.action === 'bounce_hard' && other.action === 'bounce_soft'

function whyNot(dropped: Candidate, kept: Candidate): NotCountedReason {
  if (isWorse(kept, dropped)) return { type: 'worse-bounce' }
  if (ofMessage.includes(dropped.action)) return { type: 'later-one', of: 'message' }
  return { type: 'later-one', of: dropped.action === 'invite' ? 'list' : 'contact' }
}

/** Keeps one action per group: a later one takes the place of an earlier, unless that is the worse bounce. */
function oneOfEach<Action extends Candidate>(
  ordered: readonly Action[],
  groups: (one: Action) => string,
  why: (dropped: Action, kept: Action) => NotCountedReason,
): Chosen<Action> {
  const chosen = new Map<string, Action>()
  for (const one of ordered) {
    const before = chosen.get(groups(one))
    if (!before || !isWorse(before, one)) chosen.set(groups(one), one)
  }
  const kept = [...chosen.values()].sort(inOrder)
  const dropped = ordered.flatMap((one) => {
    const instead = chosen.get(groups(one))
    if (!instead || instead === one) return []
    return [{ id: one.id, action: one.action, at: one.at, why: why(one, instead) }]
  })
  return { kept, dropped }
}

/**
 * **One of each**: which of several like actions counts (`scoring.md` §3.1).
 *
 *     read, click, forward, reply, complaint, unread   the latest of a message
 *     bounces                                          one of a message: a hard before a soft one, then the latest
 *     invite                                           the latest of a list
 *     profile update, unsubscribe                      the latest
 *
 * Latest is by (at, id). An action without message id is a message of its own, an invitation without list id a list.
 *
 * @param ordered oldest first, none that the model leaves out
 *
 * Example: message m read on day 1 and day 3, bounced hard on day 1, softly on day 2: read of day 3, hard bounce.
 */
export function oneOfEachAction<Action extends Candidate>(ordered: readonly Action[]): Chosen<Action> {
  return oneOfEach(ordered, groupOf, whyNot)
}

/**
 * **One of each message**: of what is left of a message, whatever it is, only the latest counts. What is not about a
 * message stays: subscription, profile update, invitation, unsubscribe.
 *
 * Example: message m read on day 1, clicked on day 2: the click alone.
 */
export function oneOfEachMessage<Action extends Candidate>(ordered: readonly Action[]): Chosen<Action> {
  const { kept, dropped } = oneOfEach(
    ordered.filter(({ action }) => ofMessage.includes(action)),
    (one) => part('of', one.messageId, one),
    (_, instead) => ({ type: 'later-of-message', action: instead.action }),
  )
  const others = ordered.filter(({ action }) => !ofMessage.includes(action))
  return { kept: [...kept, ...others].sort(inOrder), dropped }
}
