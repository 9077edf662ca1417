import type { Place } from './baseline'
import { rankKey } from './rank-key'

/** What R, F and M are made of, of one person at one instant. */
export type RfmFacts = {
  /** Events in the window that at least one enabled behavior matches, each counted once. */
  matched: number
  /** When the newest of them occurred, in milliseconds since 1970 UTC; null without any. */
  lastMatched: number | null
  /**
   * Strategic value in the window. Where enabled behaviors measure `sum(property)`: the total of those sums, without
   * kernel and cap, each at least 0; else Σ over enabled behaviors of (value, 1 where none) · matched events.
   */
  monetary: number
}

export type Quintile = 1 | 2 | 3 | 4 | 5

export type Rfm = { recency: Quintile; frequency: Quintile; monetary: Quintile }

/**
 * **Quintile**: which fifth of the people somebody stands in, 5 is best.
 *
 *     1 + floor(5 · (L + E/2) / N), at most 5
 *
 * @param below L, people with less; `equal` E, with the same, the person included
 * @param size N, at least 1
 *
 * Example: N = 10 different values: the lowest two get 1, the highest two 5. Everybody tied: 1 + floor(2.5) = 3.
 */
export function quintile({ below, equal }: Place, size: number): Quintile {
  return Math.min(5, 1 + Math.floor((5 * (below + equal / 2)) / size)) as Quintile
}

/** By what people are put in order for R, F and M, the best highest: R is the instant, so it is already reversed. */
const orders = {
  recency: ({ lastMatched }: RfmFacts) => lastMatched ?? -Infinity,
  frequency: ({ matched }: RfmFacts) => matched,
  monetary: ({ monetary }: RfmFacts) => rankKey(monetary),
}

function placeAmong(values: readonly number[], value: number): Place {
  return {
    below: values.filter((other) => other < value).length,
    equal: values.filter((other) => other === value).length,
  }
}

/** R, F and M of somebody by where they stand in each. Whoever has no matched event has R = 1. */
export function rfmAt(
  { lastMatched }: RfmFacts,
  places: Readonly<Record<keyof Rfm, Place>>,
  size: number,
): Rfm {
  return {
    recency: lastMatched === null ? 1 : quintile(places.recency, size),
    frequency: quintile(places.frequency, size),
    monetary: quintile(places.monetary, size),
  }
}

/**
 * **RFM** (`scoring.md` §1.8): recency, frequency and monetary value as quintiles among the scored people of a run.
 *
 * R is reversed: fewer days since the newest matched event rank higher, so L counts people whose last one is longer ago,
 * those without any among them. M is compared as rank key, so that ties do not hang on the order of a summation.
 *
 * @param people the scored people of the run, the person among them
 *
 * Example: five people with 1, 2, 3, 4 and 5 matched events: F = 1, 2, 3, 4, 5. With 0, 0, 0, 0 and 9: the first four
 * have 1 + floor(5 · 2 / 5) = 3, the last 1 + floor(5 · 4.5 / 5) = 5.
 */
export function rfmOf(person: RfmFacts, people: readonly RfmFacts[]): Rfm {
  const placed = (order: (facts: RfmFacts) => number) => placeAmong(people.map(order), order(person))
  const places = {
    recency: placed(orders.recency),
    frequency: placed(orders.frequency),
    monetary: placed(orders.monetary),
  }
  return rfmAt(person, places, people.length)
}
