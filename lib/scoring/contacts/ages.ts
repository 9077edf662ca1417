import type { Clock } from './document'

const UNIT_MS = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const

/**
 * **Age** of counted actions (`scoring.md` §3.2), at least 1.
 *
 *     position   1 for the newest, 2, 3 … for the older ones, negatives included
 *     time       1 + (asOf − at) / unit     elapsed, with fractions
 *
 * @param actions oldest first; an action later than `asOf` has age 1
 * @param asOf milliseconds since 1970 UTC
 * @returns one age per action, in their order
 *
 * Example: three actions, 36 hours, 12 hours and no time ago: by position 3, 2, 1; by day 2.5, 1.5, 1.
 */
export function agesOf(actions: readonly { at: number }[], clock: Clock, asOf: number): readonly number[] {
  if (clock.type === 'position') return actions.map((_, index) => actions.length - index)
  return actions.map(({ at }) => 1 + Math.max(0, asOf - at) / UNIT_MS[clock.unit])
}
