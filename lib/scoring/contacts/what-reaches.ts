import type { ContactHistory } from './contact-history'
import type { ContactDocument } from './document'
import { type PositiveAction, usualPoints } from './grammar/action-names'
import { worthOf } from './action-rules'
import { rateCounted, scoreContact } from './score-contact'
import { simulate } from './simulate'
import type { Stars } from './stars'

/** `repeats` in a row, the fewest, and the score they lead to; null where that many as were tried do not do. */
export type Reaching = { action: PositiveAction; repeats: number | null; score: number | null }

const positives = Object.keys(usualPoints) as PositiveAction[]

/**
 * **What would reach** a star: of each single action that adds, the fewest repeats at `asOf`, each about a message of its
 * own, after which the contact has at least that many stars.
 *
 * @param bound the most repeats to try
 * @returns the fewest first; 0 repeats where the contact is there already. A subscription is not among them
 *
 * Example, g 1, by position, the usual points: after subscribed, five reads, a bounce and a read (3.623810) 4★ takes one
 * click, forward, reply, profile update or invitation, or two reads (5.019683); on reads alone 5★ takes 44.
 */
export function whatReaches(
  history: ContactHistory,
  model: ContactDocument,
  asOf: number,
  stars: Stars,
  bound = 100,
): readonly Reaching[] {
  const now = scoreContact(history, model, asOf)
  const reaching = positives
    .filter((action) => action !== 'subscribed' && worthOf(model, action) !== null)
    .map((action) =>
      now.stars >= stars
        ? { action, repeats: 0, score: now.score }
        : fewest(action, history, model, asOf, stars, bound),
    )
  return reaching.sort((a, b) => (a.repeats ?? bound + 1) - (b.repeats ?? bound + 1))
}

/**
 * What counts after one such action is the same with more of them at its end, but for a profile update, of which the
 * latest alone counts: so nothing but the rating is done again.
 */
function fewest(
  action: PositiveAction,
  history: ContactHistory,
  model: ContactDocument,
  asOf: number,
  stars: Stars,
  bound: number,
): Reaching {
  const { counted } = simulate(history, model, asOf, [action]).result
  const next = counted.at(-1)
  const most = action === 'profile_update' ? Math.min(1, bound) : bound
  for (let repeats = 1; next && repeats <= most; repeats++) {
    const more = Array.from({ length: repeats - 1 }, () => next)
    const { score, stars: reached } = rateCounted([...counted, ...more], model, asOf)
    if (reached >= stars) return { action, repeats, score }
  }
  return { action, repeats: null, score: null }
}
