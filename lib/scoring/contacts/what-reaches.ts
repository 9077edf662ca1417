import type { ContactHistory } from './contact-history'
import type { ContactDocument } from './document'
import { type PositiveAction, usualPoints } from './grammar/action-names'
import { worthOf } from './action-rules'
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
 * click, forward, reply, profile update or invitation, or two reads (5.019048); on reads alone 5★ takes 44.
 */
export function whatReaches(
  history: ContactHistory,
  model: ContactDocument,
  asOf: number,
  stars: Stars,
  bound = 100,
): readonly Reaching[] {
  const reaching = positives
    .filter((action) => action !== 'subscribed' && worthOf(model, action) !== null)
    .map((action) => fewest(action, history, model, asOf, stars, bound))
  return reaching.sort((a, b) => (a.repeats ?? Infinity) - (b.repeats ?? Infinity))
}

/** Tries a few, then more, as most stars are near. */
function fewest(
  action: PositiveAction,
  history: ContactHistory,
  model: ContactDocument,
  asOf: number,
  stars: Stars,
  bound: number,
): Reaching {
  const now = simulate(history, model, asOf, []).result
  if (now.stars >= stars) return { action, repeats: 0, score: now.score }
  for (let tried = Math.min(4, bound); ; tried = Math.min(tried * 5, bound)) {
    const { steps } = simulate(
      history,
      model,
      asOf,
      Array.from({ length: tried }, () => action),
    )
    const reached = steps.findIndex((step) => step.stars >= stars)
    const score = steps[reached]?.score ?? null
    if (score !== null) return { action, repeats: reached + 1, score }
    if (tried >= bound) return { action, repeats: null, score: null }
  }
}
