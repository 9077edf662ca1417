import { compileConditions, type Values } from './condition'
import type { Match } from './document'
import type { Occurrence } from './person-history'

type Matcher = Match['any'][number]

/** Do the conditions of one of the matchers hold? Of none: no. */
function anyOf(matchers: readonly Matcher[]): (properties: Values | undefined) => boolean {
  if (matchers.some(({ where }) => where.length === 0)) return () => true
  const conditions = matchers.map(compileConditions)
  return (properties) => conditions.some((hold) => hold(properties))
}

/**
 * **Match**: does an occurrence count for a behavior?
 *
 *     occurrence is activity, and for one of the matchers
 *       its event is the name, or the name is "*", and
 *       all (or any) of the matcher's conditions hold of its properties
 *
 * Names are compared to the letter. Decided: also a matcher that names its events looks at activity alone, so that a
 * contact action or an outcome that happens to bear the name is never counted as use of the product.
 *
 * Compiled once per behavior, asked once per occurrence.
 *
 * Example: {export where format eq "pdf"} or {* where size gt 5} takes an export of {format: "pdf"} and a view of
 * {size: 6}, and neither an export of {format: "csv"} nor an outcome of {size: 6}.
 */
export function compileMatch({
  any,
}: Match): (occurrence: Pick<Occurrence, 'event' | 'activity' | 'properties'>) => boolean {
  const matchersOf = (name: string) => any.filter(({ event }) => event === name || event === '*')
  const byName = new Map(any.map(({ event }) => [event, anyOf(matchersOf(event))]))
  const otherwise = anyOf(matchersOf('*'))
  return ({ activity, event, properties }) => activity && (byName.get(event) ?? otherwise)(properties)
}
