import type { Behavior, EngagementDocument } from '../document'
import { rawScore } from '../raw-score'
import { scoringBehaviors } from '../scoring-behaviors'
import { countKey } from './population'
import type { MoverReason } from './what-if'

type Counts = ReadonlyMap<string, Float64Array>

/** A behavior of a document with what one person did of it. */
type Done = { behavior: Behavior; counted: number; term: number }

/** What one person did and what it is worth, by the columns of a population: the terms of `rawScore`. */
export function compileTerms(document: EngagementDocument, counts: Counts): (row: number) => readonly Done[] {
  const behaviors = scoringBehaviors(document)
  const columns = behaviors.map((behavior) => counts.get(countKey(behavior)))
  return (row) => {
    const counted = columns.map((column) => column?.[row] ?? 0)
    const { terms } = rawScore(behaviors, counted)
    return behaviors.map((behavior, j) => ({ behavior, counted: counted[j] ?? 0, term: terms[j] ?? 0 }))
  }
}

/**
 * **Reason** of a move: the behavior whose term changed most in its direction. Behaviors of both documents are the same
 * where their keys are; one that only one of them has is worth 0 in the other.
 *
 * @param before, after what the same person did under the live document and under the draft
 * @returns of equal changes the first in the draft's order; null where no term changed that way
 *
 * Example: terms 4 and 6 before, 9 and 5 after, up: the first, from 4 to 9; down: the second, from 6 to 5.
 */
export function moverReason(
  before: readonly Done[],
  after: readonly Done[],
  direction: 'up' | 'down',
): MoverReason | null {
  const termBefore = new Map(before.map(({ behavior, term }) => [behavior.key, term]))
  const kept = new Set(after.map(({ behavior }) => behavior.key))
  const dropped = before.filter(({ behavior }) => !kept.has(behavior.key))
  const reasons = [...after, ...dropped.map((one) => ({ ...one, term: 0 }))].map(
    ({ behavior: { key, name }, counted, term }): MoverReason => {
      return { key, name, counted, termBefore: termBefore.get(key) ?? 0, termAfter: term }
    },
  )
  const sign = direction === 'up' ? 1 : -1
  const moved = (reason: MoverReason) => sign * (reason.termAfter - reason.termBefore)
  return reasons.reduce<MoverReason | null>(
    (most, reason) => (moved(reason) > (most ? moved(most) : 0) ? reason : most),
    null,
  )
}
