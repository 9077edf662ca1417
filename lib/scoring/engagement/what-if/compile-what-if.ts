import type { EngagementDocument } from '../document'
import { compileBehaviorFacts } from './behavior-facts'
import { compileCompared, type Comparison } from './compared'
import { compilePools } from './compile-pools'
import { compileKeyedMembers } from './keyed-members'
import { liveColumns } from './live-columns'
import { compileNearBoundary, placesNearBoundary } from './near-boundary'
import { compileTerms, moverReason } from './mover-reason'
import { topMovers } from './movers'
import { fillPlacedColumns } from './placed-columns'
import type { LiveScores, Population } from './population'
import { populationSummary, stateCounts } from './population-summary'
import { tierChange } from './tier-change'
import { tiesOf } from './ties'
import { compileTogether } from './together'
import type { Evaluated, Mover } from './what-if'
import { zeroRuleEffects } from './zero-rules'

export type WhatIfOptions = {
  /** Everybody of the pinned day, counted for the same document; a document with a frozen reference needs it. */
  reference?: Population
  /** What the draft is compared with. */
  live?: LiveScores
}

/**
 * **What if**: a population scored under one draft after another, everybody and not a sample, with the numbers that a
 * published run would give. Columns that the next draft shares with the last one are kept; weights, tiers, zeros rules
 * and methods cost no more than a pass over the people.
 *
 * The function it gives throws where `missingCounts` would not have been null, and where a document asks for a frozen
 * reference that is not there: whoever calls forgot it.
 */
export function compileWhatIf(
  population: Population,
  { reference, live }: WhatIfOptions = {},
): (document: EngagementDocument) => Evaluated {
  const { members, measure } = compileKeyedMembers(population)
  const states = stateCounts(population)
  const poolsOf = compilePools(reference)
  const nearOf = compileNearBoundary()
  const factsOf = compileBehaviorFacts(population, members)
  const togetherOf = compileTogether()
  const before = live && liveColumns(live, members)
  const termsBefore = live && compileTerms(live.document, live.counts)
  const scores = new Float64Array(members.rows.length)
  const tiers = new Int8Array(members.rows.length)
  let newest = {}

  return (document) => {
    const turn = (newest = {})
    const keyed = measure(document)
    const { rolling, own, reference: comparedWith } = poolsOf(document, keyed)
    const near = nearOf(keyed.staged, own.pools)
    const comparison: Comparison = {
      people: own.sorted,
      reference: comparedWith,
      near,
      nearPlaces: placesNearBoundary(near, keyed.keys, comparedWith),
    }
    const comparedUnder = compileCompared(comparison, document)
    const placed = comparedUnder(document.normalisation.zeros)
    fillPlacedColumns(scores, tiers, comparison, placed, document.tiers)
    const enabled = document.behaviors.filter((behavior) => behavior.enabled)
    const termsAfter = compileTerms(document, population.counts)

    const isNewest = (): true => {
      if (turn === newest) return true
      throw new Error('Another document has been evaluated since.')
    }
    /** The member of a row; −1 for people without a score. */
    const memberAt = (index: number): number => (isNewest() ? (members.memberOf[index] ?? -1) : -1)
    const scoreOf = (index: number): number | null => {
      const score = scores[memberAt(index)] ?? NaN
      return Number.isNaN(score) ? null : score
    }
    const reasonOf = (index: number) => {
      const after = scoreOf(index)
      const score = before?.scores[memberAt(index)] ?? NaN
      if (after === null || !termsBefore || Number.isNaN(score) || after === score) return null
      return moverReason(termsBefore(index), termsAfter(index), after > score ? 'up' : 'down')
    }

    return {
      whatIf: {
        summary: populationSummary(states, keyed, document, rolling, own.pools, placed),
        change: live && before ? tierChange(before, live.document.tiers, tiers, document.tiers) : null,
        zeroRules: zeroRuleEffects(comparedUnder, document),
        ties: tiesOf(own.sorted),
        behaviors: factsOf(document.behaviors),
        together: togetherOf(
          enabled.flatMap(({ key }, j) => {
            const column = keyed.columns[j]
            return column ? [{ key, column }] : []
          }),
        ),
      },
      scoreOf,
      tierOf: (index) => tiers[memberAt(index)] ?? -1,
      termsOf: (index) => (memberAt(index) < 0 ? [] : termsAfter(index).map(({ term }) => term)),
      reasonOf,
      movers: (direction, limit) => {
        if (!before || !isNewest()) return []
        return topMovers(before.scores, scores, direction, limit).map(({ member, ...move }): Mover => {
          const index = members.rows[member] ?? 0
          return { index, ...move, reason: reasonOf(index) }
        })
      },
    }
  }
}
