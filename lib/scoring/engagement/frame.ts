/**
 * The instants a population is scored with, in milliseconds since 1970 UTC. Whoever calls does the arithmetic of
 * calendar days in the workspace's zone; the clock is never asked.
 */
export type Frame = {
  /** Nothing that occurred at this instant or later is seen. */
  asOf: number
  /** Behaviors count occurrences in `[windowFrom, asOf)`: the model's window. */
  windowFrom: number
  /** Whoever has no activity in `[activeFrom, asOf)` is dormant: the population's active-within. */
  activeFrom: number
}

export const DAY_MS = 86_400_000
