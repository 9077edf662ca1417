import type { ContactDocument } from './document'
import { agedWorth } from './decay'
import type { Worth } from './action-rules'

/** What one counted action does to the score. */
export type FoldedAction = {
  /** Points, or severity, over age^g. */
  worth: number
  /** Of a positive: what divides it altogether, 1 for nothing. Of a negative: its own divisor, 1 + worth. */
  divisor: number
  /** Of a positive: worth / divisor. Of a negative: 0. */
  adds: number
}

/**
 * **Fold** (`scoring.md` §3.3): positives added up, negatives dividing.
 *
 *     running   Σ_i points_i/age_i^g · Π_{negatives j newer than i} 1 / (1 + severity_j/age_j^g)
 *     final     Σ_i points_i/age_i^g · Π_{all negatives j} 1 / (1 + severity_j/age_j^g)
 *
 * Running is the same as walking from the oldest to the newest, adding a positive to a total and dividing the total by a
 * negative's divisor. Under both the score is the sum of what each positive still adds, which is what `adds` says.
 *
 * @param actions oldest first
 * @returns one entry per action, in their order; score = Σ adds
 *
 * Example, g 1, positives of 2, by position: subscribed, five reads, a hard bounce, a read: running 3.623810, the bounce
 * of age 2 dividing what is older by 1.5; final 2.957143.
 */
export function fold(
  actions: readonly (Worth & { age: number })[],
  { gravity, order }: Pick<ContactDocument, 'gravity' | 'order'>,
): { score: number; parts: readonly FoldedAction[] } {
  let newer = 1
  const parts: FoldedAction[] = []
  for (const { age, points, severity } of [...actions].reverse()) {
    const worth = agedWorth(points ?? severity ?? 0, age, gravity)
    if (severity === null) parts.push({ worth, divisor: newer, adds: worth / newer })
    else {
      newer *= 1 + worth
      parts.push({ worth, divisor: 1 + worth, adds: 0 })
    }
  }
  parts.reverse()
  const all = newer
  const folded =
    order === 'running' ? parts : parts.map((part, index) => dividedByAll(part, actions[index], all))
  return { score: folded.reduce((sum, { adds }) => sum + adds, 0), parts: folded }
}

function dividedByAll(part: FoldedAction, action: Worth | undefined, all: number): FoldedAction {
  return action?.severity === null ? { ...part, divisor: all, adds: part.worth / all } : part
}
