import { agesOf } from './ages'
import type { ContactHistory } from './contact-history'
import { type CountedAction, countedActions } from './counted-actions'
import type { ContactDocument } from './document'
import { floorOf } from './floor'
import { type FoldedAction, fold } from './fold'
import type { NotCounted } from './not-counted'
import { type Stars, starsOf } from './stars'

/** A counted action with its age and what it does to the score. */
export type CountedPart = CountedAction & FoldedAction & { age: number }

export type ContactRating = {
  score: number
  stars: Stars
  /** Oldest first. */
  counted: readonly CountedPart[]
  /** What the score may not fall below, and by how much that lifts it; null where the model has no floor. */
  floor: { least: number; lifts: number } | null
}

export type ContactScore = ContactRating & { notCounted: readonly NotCounted[] }

/**
 * **Rating** of actions that count: aged, folded, lifted to the floor, starred.
 *
 *     score = Σ adds
 *
 * Where the floor lifts the score, the subscription's `adds` holds the lift, for that is what the floor keeps of it: the
 * parts sum to the score all the same. Where the model does not count subscriptions, `floor.lifts` stands beside them.
 *
 * @param counted oldest first
 * @param asOf milliseconds since 1970 UTC; asked by the time clock alone
 *
 * Example: by days, g 1, floor 2, subscribed 9 days ago and nothing since: worth 0.2, lifted by 1.8, adds 2; 2★.
 */
export function rateCounted(
  counted: readonly CountedAction[],
  model: ContactDocument,
  asOf: number,
): ContactRating {
  const ages = agesOf(counted, model.clock, asOf)
  const aged = counted.map((action, index) => ({ ...action, age: ages[index] ?? 1 }))
  const { score: folded, parts } = fold(aged, model)
  const plain = aged.map((action, index) => ({ ...action, ...(parts[index] ?? NOTHING) }))

  const least = floorOf(model.floor, plain)
  const lifts = Math.max(0, (least ?? 0) - folded)
  const score = lifts > 0 && least !== null ? least : folded
  return {
    score,
    stars: starsOf(score, model),
    counted: lifts > 0 ? plain.map((part) => lifted(part, lifts)) : plain,
    floor: least === null ? null : { least, lifts },
  }
}

const NOTHING: FoldedAction = { worth: 0, divisor: 1, adds: 0 }

const lifted = (part: CountedPart, by: number): CountedPart =>
  part.action === 'subscribed' ? { ...part, adds: part.adds + by } : part

/** What of a history a score at `asOf` sees: nothing at it or later. */
export function seenBefore(history: ContactHistory, asOf: number): ContactHistory {
  return { ...history, actions: history.actions.filter(({ at }) => at < asOf) }
}

/**
 * **Score of one contact** at an instant: what counts, rated (`scoring.md` §3). A function of the set of actions: late,
 * doubled and reordered deliveries end in the same score.
 *
 * @param asOf milliseconds since 1970 UTC; nothing at it or later is seen
 *
 * Example, g 1, positives of 2, by position: subscribed and five reads: 4.9, 3★; then a hard bounce: 1.592857, 1★.
 */
export function scoreContact(history: ContactHistory, model: ContactDocument, asOf: number): ContactScore {
  const { counted, notCounted } = countedActions(seenBefore(history, asOf), model, asOf)
  return { ...rateCounted(counted, model, asOf), notCounted }
}
