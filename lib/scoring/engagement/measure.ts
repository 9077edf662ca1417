import type { Values } from './condition'
import type { Behavior } from './document'
import { DAY_MS } from './frame'
import { kernelAt } from './kernel'
import type { Occurrence } from './person-history'

/** What of a person's history a behavior matches. */
export type Matched = {
  /** Matching occurrences of the window, oldest first by (at, id). */
  inWindow: readonly Occurrence[]
  /** Whether an occurrence before the window matches. */
  before: boolean
}

/** A number of an event counts as at most this much, so that sums and ranks stay ordinary numbers. */
export const LARGEST_VALUE = 1e15

/**
 * **Value** of a property: the JSON number it holds, between ±1e15; 0 where it is absent or no number.
 *
 * Example: 12.5 is 12.5; "12.5", true, null and an absent property are 0; 1e300 is 1e15.
 */
export function valueOf(properties: Values | undefined, property: string): number {
  const value = properties && Object.hasOwn(properties, property) ? properties[property] : null
  if (typeof value !== 'number' || Number.isNaN(value)) return 0
  return Math.min(LARGEST_VALUE, Math.max(-LARGEST_VALUE, value))
}

/** The newest occurrence of each calendar day, newest first. */
function newestOfDays(inWindow: readonly Occurrence[]): readonly Occurrence[] {
  const days = new Set<number>()
  return inWindow.toReversed().filter(({ day }) => days.size < days.add(day).size)
}

/**
 * **Measure**: the number `n ≥ 0` of one behavior of one person, with k(a) the kernel of an occurrence's age.
 *
 *     count   Σ k                             over matching occurrences of the window
 *     days    Σ k(newest of the day)          over calendar days of the workspace's zone with one
 *     once    k(newest)
 *     sum     max(0, Σ k · value)             value: see `valueOf`
 *     first   k(first), where the first ever match lies in the window, else 0
 *
 * Sums go from the oldest to the newest (`days`: the other way), so that they do not hang on the order of storage.
 *
 * @param asOf milliseconds since 1970 UTC; ages are elapsed days (asOf − at) / 86,400,000
 * @returns n, in occurrences, days, or the unit of the property; 0 where nothing matches
 *
 * Example: matches of value 5 at ages 1.2, 1.7 (one day) and 5.5, none before the window, no kernel: count 3, days 2,
 * once 1, sum 15, first 1. With a half-life of one day: count 0.765, days 0.457, once 0.435, sum 3.826, first 0.022.
 */
export function measure(
  { measure, kernel }: Pick<Behavior, 'measure' | 'kernel'>,
  { inWindow, before }: Matched,
  asOf: number,
): number {
  const fades = ({ at }: Occurrence) => kernelAt((asOf - at) / DAY_MS, kernel)
  const total = (occurrences: readonly Occurrence[]) =>
    kernel.type === 'none'
      ? occurrences.length
      : occurrences.reduce((sum, occurrence) => sum + fades(occurrence), 0)

  switch (measure.type) {
    case 'count':
      return total(inWindow)
    case 'days':
      return total(newestOfDays(inWindow))
    case 'once':
      return total(inWindow.slice(-1))
    case 'first':
      return before ? 0 : total(inWindow.slice(0, 1))
    case 'sum': {
      const { property } = measure
      const weighted = inWindow.reduce((sum, one) => sum + fades(one) * valueOf(one.properties, property), 0)
      return Math.max(0, weighted)
    }
  }
}
