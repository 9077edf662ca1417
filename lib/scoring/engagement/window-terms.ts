import { compileCounts } from './behavior-counts'
import type { EngagementDocument } from './document'
import { compileMatch } from './match'
import { orderedOccurrences } from './ordered-occurrences'
import type { Occurrence } from './person-history'
import { rawScore } from './raw-score'
import { scoringBehaviors } from './scoring-behaviors'

/** Occurrences in `[from, until)`, with their ages at `asOf`; milliseconds since 1970 UTC, until ≤ asOf. */
export type Window = { from: number; until: number; asOf: number }

/** The term of each behavior by its key, 0 for a disabled one. */
export type Terms = ReadonlyMap<string, number>

export const sumOf = (terms: Terms): number => [...terms.values()].reduce((sum, term) => sum + term, 0)

/** The terms of counts that were kept. */
export function termsOf(model: EngagementDocument, counts: readonly number[]): Terms {
  const { terms } = rawScore(scoringBehaviors(model), counts)
  return new Map(model.behaviors.map(({ key }, j) => [key, terms[j] ?? 0]))
}

/**
 * **Terms of a window** whose end need not be the instant that ages are told at: what a step between two points asks.
 * With `until` = `asOf` they are those of a run.
 *
 * Example: weight 1, a half-life of one day, an event at noon: in the window of its day, with ages at the midnight
 * after it 0.707, with ages a day later 0.354.
 */
export function windowTerms(
  model: EngagementDocument,
  occurrences: readonly Occurrence[],
  { from, until, asOf }: Window,
): Terms {
  const seen = occurrences.filter(({ at }) => at < until)
  return termsOf(model, compileCounts(model)(seen, { windowFrom: from, asOf }).counts)
}

/** The matching occurrences of a window by the key of the behavior, oldest first; none for a disabled one. */
export function matchedInWindow(
  { behaviors }: Pick<EngagementDocument, 'behaviors'>,
  occurrences: readonly Occurrence[],
  { from, until }: Pick<Window, 'from' | 'until'>,
): ReadonlyMap<string, readonly Occurrence[]> {
  const window = orderedOccurrences(occurrences, until).filter(({ at }) => at >= from)
  return new Map(
    behaviors.map(({ key, enabled, match }) => [key, enabled ? window.filter(compileMatch(match)) : []]),
  )
}
