import type { Behavior, Match } from '@/lib/scoring/engagement/document'
import type { BoundValues } from './bound-values'
import { conditionsSql } from './condition-sql'

/** A behavior and its index in the model, which is its bit. */
export type Indexed = Behavior & { j: number }

/** Bits of a set of behaviors: bit j is the j-th. At most fifty, so they are whole in a number. */
export const bitsOf = (indices: readonly number[]) => indices.reduce((bits, j) => bits + 2 ** j, 0)

type Matcher = Match['any'][number]

/** The behavior that a matcher belongs to, by index. */
type Of = { j: number; matcher: Matcher }

export type MatchSql = {
  /** UInt64: the bits of the behaviors that an event counts for. */
  mask: string
  /** Leaves no event out that has a bit. */
  where: string
}

/**
 * Which behaviors an event matches, as bits: see `lib/scoring/engagement/match`; that it is activity is asked elsewhere.
 * Names without conditions cost one look-up per distinct name.
 *
 * @param jsonOf the column that holds the JSON of a property
 */
export function matchSql(
  behaviors: readonly (Pick<Behavior, 'match'> & { j: number })[],
  jsonOf: (property: string) => string,
  values: BoundValues,
): MatchSql {
  const all = behaviors.flatMap(({ j, match }) => match.any.map((matcher): Of => ({ j, matcher })))
  const [always, star] = [namedBits(all), starBits(all)]
  const conditional = all.filter(({ matcher }) => matcher.where.length > 0)

  const names = [...always.keys()]
  const named = `transform(name, ${values.bind('Array(String)', names)}, ${values.bind(
    'Array(UInt64)',
    names.map((name) => bitsOf([...new Set([...(always.get(name) ?? []), ...star])])),
  )}, toUInt64(${bitsOf(star)}))`
  const bits = new Map<number, string[]>()
  for (const { j, matcher } of conditional) {
    const holds = conditionsSql(matcher, jsonOf, values)
    const isNamed = matcher.event === '*' ? '' : `name = ${values.text(matcher.event)} AND `
    bits.set(j, [...(bits.get(j) ?? []), `(${isNamed}${holds})`])
  }
  const masks = [
    names.length > 0 ? named : `toUInt64(${bitsOf(star)})`,
    ...[...bits].map(([j, either]) => `if(${either.join(' OR ')}, toUInt64(${bitsOf([j])}), toUInt64(0))`),
  ]
  const isAny = all.some(({ matcher }) => matcher.event === '*')
  const everyName = [...new Set(all.map(({ matcher }) => matcher.event))]
  return {
    mask: masks.reduce((sum, one) => `bitOr(${sum}, ${one})`),
    where: isAny ? '1' : `name IN ${values.bind('Array(String)', everyName)}`,
  }
}

/** Behaviors by the names they match without any condition. */
function namedBits(all: readonly Of[]): Map<string, number[]> {
  const bits = new Map<string, number[]>()
  for (const { j, matcher } of all) {
    if (matcher.where.length > 0 || matcher.event === '*') continue
    bits.set(matcher.event, [...(bits.get(matcher.event) ?? []), j])
  }
  return bits
}

/** Behaviors that match any activity. */
function starBits(all: readonly Of[]): number[] {
  const star = all.filter(({ matcher }) => matcher.event === '*' && matcher.where.length === 0)
  return [...new Set(star.map(({ j }) => j))]
}
