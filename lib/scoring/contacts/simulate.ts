import type { ContactHistory } from './contact-history'
import { countedActions } from './counted-actions'
import type { ContactDocument } from './document'
import type { SentAction } from './grammar/action-names'
import { type ContactScore, rateCounted, seenBefore } from './score-contact'
import type { Stars } from './stars'

export type SimulatedStep = { action: SentAction; score: number; change: number; stars: Stars }

/** Follows everything of its instant, and its like in the order they are given. */
const simulatedId = (index: number) => `simulated:${String(index).padStart(6, '0')}`

/**
 * **Simulator** (`scoring.md` §3.7): the score if these actions came next, one after the other at `asOf`, each about a
 * message of its own. Nothing else changes: a second profile update replaces the first, as it would.
 *
 * @param actions at most a million
 * @returns the score with all of them, and the way there
 *
 * Example, g 1, positives of 2 by position: after subscribed, five reads, a bounce and a read (3.623810) two more reads:
 * 4.493452, then 5.019683 and 4★.
 */
export function simulate(
  history: ContactHistory,
  model: ContactDocument,
  asOf: number,
  actions: readonly SentAction[],
): { steps: readonly SimulatedStep[]; result: ContactScore } {
  const seen = seenBefore(history, asOf)
  const after = (count: number): ContactScore => {
    const next = actions
      .slice(0, count)
      .map((action, index) => ({ id: simulatedId(index), action, at: asOf }))
    const { counted, notCounted } = countedActions(
      { ...seen, actions: [...seen.actions, ...next] },
      model,
      asOf,
    )
    return { ...rateCounted(counted, model, asOf), notCounted }
  }
  let result = after(0)
  const steps = actions.map((action, index) => {
    const before = result.score
    result = after(index + 1)
    return { action, score: result.score, change: result.score - before, stars: result.stars }
  })
  return { steps, result }
}
