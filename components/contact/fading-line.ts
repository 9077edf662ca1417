import type { CountedAction } from '@/lib/scoring/contacts/counted-actions'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { rateCounted } from '@/lib/scoring/contacts/score-contact'
import type { PathStep } from './rated-contact'

/** A place of the line: when, and the score then. */
export type LinePoint = { at: number; score: number }

/** So many instants at most between all the actions. */
const SAMPLES = 240

/**
 * The score over time, to be joined by straight lines. Under the position clock it stands still between actions, so the
 * points are the steps. Under the time clock it fades: each stretch between two actions is sampled, up to `asOf`.
 *
 * @param counted everything that counts, oldest first
 * @param path the newest of it, as steps
 * @param asOf in milliseconds since 1970 UTC
 */
export function fadingLine(
  counted: readonly CountedAction[],
  path: readonly PathStep[],
  model: ContactDocument,
  asOf: number,
): readonly LinePoint[] {
  if (model.clock.type === 'position') return path.map(({ at, score }) => ({ at, score }))
  const samples = Math.max(1, Math.min(24, Math.floor(SAMPLES / Math.max(1, path.length))))
  const hidden = counted.length - path.length
  return path.flatMap(({ at, score }, index) => {
    const until = path[index + 1]?.at ?? asOf
    if (until <= at) return [{ at, score }]
    const upTo = counted.slice(0, hidden + index + 1)
    const faded = Array.from({ length: samples }, (_, nth) => {
      // Closer together just after the action, where the score fades fastest.
      const then = at + (until - at) * ((nth + 1) / samples) ** 2
      return { at: then, score: rateCounted(upTo, model, then).score }
    })
    return [{ at, score }, ...faded]
  })
}
