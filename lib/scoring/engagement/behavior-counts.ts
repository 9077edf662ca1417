import type { Behavior, EngagementDocument } from './document'
import type { Frame } from './frame'
import { compileMatch } from './match'
import { type Matched, measure, valueOf } from './measure'
import { orderedOccurrences } from './ordered-occurrences'
import type { Occurrence } from './person-history'

/** What one person did in the window. */
export type BehaviorCounts = {
  /** n_j per behavior of the model, in its order, disabled ones included. */
  counts: readonly number[]
  /** Events of the window that at least one enabled behavior matches, each once. */
  matched: number
  /** When the newest of them occurred, in milliseconds since 1970 UTC. */
  lastMatched: number | null
  /** Strategic value: see `monetaryOf`. */
  monetary: number
}

type Done = { behavior: Behavior; matched: Matched }

/** Σ value of a property over the matched events of the window, at least 0. */
function summed(property: string, { inWindow }: Matched): number {
  return Math.max(
    0,
    inWindow.reduce((sum, one) => sum + valueOf(one.properties, property), 0),
  )
}

/**
 * **Strategic value** of what a person did, the M of RFM, over the enabled behaviors.
 *
 *     Σ_j max(0, Σ value)            where one measures the sum of a property: over those that do
 *     Σ_j (value_j ?? 1) · events_j  else, events_j its matched events of the window
 *
 * Neither kernel nor cap takes part; an event that two behaviors match counts in both.
 *
 * Example: behaviors of value 5 and none with 2 and 3 events: 10 + 3 = 13; with one that sums `price`, 40 and 2.5 of
 * it: 42.5.
 */
export function monetaryOf(enabled: readonly Done[]): number {
  const sums = enabled.some(({ behavior }) => behavior.measure.type === 'sum')
  return enabled.reduce((total, { behavior: { measure, value }, matched }) => {
    if (!sums) return total + (value ?? 1) * matched.inWindow.length
    return measure.type === 'sum' ? total + summed(measure.property, matched) : total
  }, 0)
}

/**
 * **Counts**: what every behavior of the model measures of one person, whatever their state.
 *
 * Compiled once per model, asked once per person, also with part of a history or other instants than a run's: of the
 * frame only `asOf` (for ages, and nothing at it or later is seen) and `windowFrom` matter.
 *
 * Example: behaviors login (count) and report (days), three logins and two reports of one day: counts (3, 1), matched 5.
 */
export function compileCounts({ behaviors }: Pick<EngagementDocument, 'behaviors'>) {
  const compiled = behaviors.map((behavior) => ({ behavior, matches: compileMatch(behavior.match) }))

  return (
    occurrences: readonly Occurrence[],
    { asOf, windowFrom }: Pick<Frame, 'asOf' | 'windowFrom'>,
  ): BehaviorCounts => {
    const seen = orderedOccurrences(occurrences, asOf)
    const start = seen.findIndex(({ at }) => at >= windowFrom)
    const [before, window] = start < 0 ? [seen, []] : [seen.slice(0, start), seen.slice(start)]

    const done = compiled.map(({ behavior, matches }): Done => {
      const isFirst = behavior.measure.type === 'first'
      return {
        behavior,
        matched: { inWindow: window.filter(matches), before: isFirst && before.some(matches) },
      }
    })
    const enabled = done.filter(({ behavior }) => behavior.enabled)
    const events = new Set(enabled.flatMap(({ matched }) => matched.inWindow))
    return {
      counts: done.map(({ behavior, matched }) => measure(behavior, matched, asOf)),
      matched: events.size,
      lastMatched: window.findLast((one) => events.has(one))?.at ?? null,
      monetary: monetaryOf(enabled),
    }
  }
}
