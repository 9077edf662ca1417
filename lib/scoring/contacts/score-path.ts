import type { CountedAction } from './counted-actions'
import type { ContactDocument } from './document'
import type { ActionName } from './grammar/action-names'
import { rateCounted } from './score-contact'
import type { Stars } from './stars'

export type PathPoint = { id: string; action: ActionName; at: number; score: number; stars: Stars }

/**
 * **Path**: the score as it stood right after each counted action, at that action's instant.
 *
 * Of what counts today: a read that a later one of its message replaced is on no path. Under the position clock the last
 * point is the score; under the time clock the score fades from there until now.
 *
 * @param counted oldest first
 * @param last how many of the newest points to give; each costs as much as a score
 *
 * Example, g 1, positives of 2, by position: subscribed, read, read, hard bounce: 2, 3, 3.666667, 1.083333.
 */
export function scorePath(
  counted: readonly CountedAction[],
  model: ContactDocument,
  last = counted.length,
): readonly PathPoint[] {
  return counted.flatMap(({ id, action, at }, index) => {
    if (index < counted.length - last) return []
    const { score, stars } = rateCounted(counted.slice(0, index + 1), model, at)
    return [{ id, action, at, score, stars }]
  })
}
