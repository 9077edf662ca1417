import type { Behavior, EngagementDocument } from '../document'
import { canonicalText } from './canonical-text'

/**
 * Everybody of one instant, counted: what a model is evaluated on without reading an event again. Columns of equal
 * length, one row per person, in an order that is the caller's.
 */
export type Population = {
  /** Rows: everybody, whatever their state. */
  size: number
  /** Index into `personStates`. */
  states: Uint8Array
  /** Days, with fractions; 0 where not yet seen. */
  tenures: Float64Array
  /** n_ij after the kernel, before the cap, by `countKey` of the behavior; 0 for people without a score. */
  counts: ReadonlyMap<string, Float64Array>
}

/** What is stored of the live run, aligned to the rows of the population: the same index is the same person. */
export type LiveScores = {
  document: EngagementDocument
  /** 0 to 100; NaN where the run gave no score. */
  scores: Float64Array
  /** Index into the tiers of `document`; -1 where there is none. */
  tiers: Int8Array
  /** n_ij as the run counted them, by `countKey`; a behavior that is missing counts 0. */
  counts: ReadonlyMap<string, Float64Array>
}

/** What has been counted of a population, as it is told without the columns themselves. */
export type CountedKeys = { populationKey: string; countKeys: readonly string[] }

/** Why the events have to be read again. */
export type MissingCounts = {
  /** Whether other people, or another window, are counted: nothing of what there is can be used. */
  population: boolean
  /** The `countKey`s nobody was counted for, each once, in the document's order. */
  countKeys: readonly string[]
}

/**
 * Canonical text of **what a behavior counts**: its match, measure and kernel. Two behaviors with the same one share a
 * column; weight, cap, curve, value, name and whether it is enabled do not matter.
 */
export function countKey({ match, measure, kernel }: Pick<Behavior, 'match' | 'measure' | 'kernel'>): string {
  return canonicalText({ match, measure, kernel })
}

/**
 * Canonical text of **whom and since when a document counts**: its window and population. Documents with the same one
 * differ only in what can be computed from columns.
 */
export function populationKey({
  window,
  population,
}: Pick<EngagementDocument, 'window' | 'population'>): string {
  return canonicalText({ window, population })
}

/**
 * Whether what was counted answers for a document, disabled behaviors included, so that they can be tried.
 *
 * @returns what is missing; null where nothing is, and no event has to be read
 *
 * Example: a document whose weights, caps, curves, tiers, stages or normalisation differ: null; with one behavior more:
 * `{ population: false, countKeys: [its key] }`; with another window: `{ population: true, countKeys: [all keys] }`.
 */
export function missingCounts(document: EngagementDocument, counted: CountedKeys): MissingCounts | null {
  const population = populationKey(document) !== counted.populationKey
  const had = new Set(population ? [] : counted.countKeys)
  const countKeys = [...new Set(document.behaviors.map(countKey))].filter((key) => !had.has(key))
  return population || countKeys.length > 0 ? { population, countKeys } : null
}
