import { capped } from './cap'
import { curved } from './curve'
import type { EngagementDocument } from './document'
import { DAY_MS, type Frame } from './frame'
import type { Occurrence } from './person-history'
import { scoringBehaviors } from './scoring-behaviors'
import { matchedInWindow } from './window-terms'

/** How one behavior became its term. */
export type BehaviorExplanation = {
  key: string
  /** n: what was measured, kernel included. */
  n: number
  /** Whether the cap cuts n. */
  capped: boolean
  /** f(min(c, n)): what the weight multiplies. */
  counted: number
  weight: number
  /** weight · counted; 0 for a disabled behavior. */
  term: number
  /** Matching events in the window, and the calendar days they fall on. */
  events: number
  days: number
  /** Ages in days at asOf of the newest and the oldest of them; null without any. */
  newestAge: number | null
  oldestAge: number | null
}

/**
 * **Why this score** (`scoring.md` §1.7), from events to raw: one explanation per behavior of the model, in its order.
 * The terms are those of `raw-score` and sum to raw.
 *
 *     n → min(c, n) → f(min(c, n)) → w · f(min(c, n))
 *
 * @param counts n per behavior, as the run stored them
 * @param occurrences what the run knew of the person: it tells the events behind n and takes no part in the terms
 *
 * Example: weight 5, a half-life of 14 days, events of ages 0 and 14: n = counted = 1.5, term 7.5, two events on two
 * days, the newest of age 0.
 */
export function explainScore(
  model: EngagementDocument,
  { asOf, windowFrom }: Pick<Frame, 'asOf' | 'windowFrom'>,
  counts: readonly number[],
  occurrences: readonly Occurrence[],
): readonly BehaviorExplanation[] {
  const matched = matchedInWindow(model, occurrences, { from: windowFrom, until: asOf })
  return scoringBehaviors(model).map(({ key, enabled, weight, cap, curve }, j) => {
    const n = counts[j] ?? 0
    const counted = curved(capped(n, cap), curve)
    const events = matched.get(key) ?? []
    const ageOf = (one: Occurrence | undefined) => (one ? (asOf - one.at) / DAY_MS : null)
    return {
      key,
      n,
      capped: cap !== null && n > cap,
      counted,
      weight,
      term: enabled ? 0 + weight * counted : 0,
      events: events.length,
      days: new Set(events.map(({ day }) => day)).size,
      newestAge: ageOf(events.at(-1)),
      oldestAge: ageOf(events[0]),
    }
  })
}
