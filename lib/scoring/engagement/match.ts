import type { Match } from './document'
import type { Occurrence } from './person-history'

/**
 * **Match**: does an occurrence count for a behavior?
 *
 *     occurrence is activity  and  (its event is one of the names  or  one of the names is "*")
 *
 * Names are compared to the letter. Decided: also a matcher that names its events looks at activity alone, so that a
 * contact action or an outcome that happens to bear the name is never counted as use of the product.
 *
 * Compiled once per behavior, asked once per occurrence.
 */
export function compileMatch({ any }: Match): (occurrence: Occurrence) => boolean {
  const names = new Set(any.map(({ event }) => event))
  if (names.has('*')) return ({ activity }) => activity
  return ({ activity, event }) => activity && names.has(event)
}
