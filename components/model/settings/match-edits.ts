import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'

export type WrittenMatch = WrittenDocument['outcomes']['retention']['match']
type Matcher = WrittenMatch['any'][number]

/** An event by its name, without conditions. */
export const plainMatcher = (event: string): Matcher => ({ event, where: [], join: 'all' })

/** Whether a matcher is any activity whatever. */
export const isAnyActivity = ({ any }: WrittenMatch): boolean =>
  any.some(({ event, where }) => event === '*' && where.length === 0)

const isPlain = ({ where }: Matcher) => where.length === 0

/** Names of the events that are matched without conditions. */
export const plainEvents = ({ any }: WrittenMatch): readonly string[] =>
  any.filter(isPlain).map(({ event }) => event)

/** With an event or without it; matchers with conditions stay as they are. */
export function withEvent(match: WrittenMatch, event: string, chosen: boolean): WrittenMatch {
  const others = match.any.filter((matcher) => !(isPlain(matcher) && matcher.event === event))
  return { any: chosen ? [...others, plainMatcher(event)] : others }
}

/** Without one of its matchers, by its place. */
export const withoutMatcher = ({ any }: WrittenMatch, index: number): WrittenMatch => ({
  any: any.filter((_, place) => place !== index),
})
