import { capped } from './cap'
import type { Behavior, EngagementDocument } from './document'
import { DAY_MS, type Frame } from './frame'
import { kernelAt } from './kernel'
import { measure, valueOf } from './measure'
import type { Occurrence } from './person-history'
import { rawScore } from './raw-score'
import { scoringBehaviors } from './scoring-behaviors'
import { matchedInWindow } from './window-terms'

/** What an occurrence is worth to one behavior, in points of raw: by itself, or together with `others`. */
export type Worth = { key: string; worth: number; others: number }

function byDay(occurrences: readonly Occurrence[]): readonly (readonly Occurrence[])[] {
  const days = new Map<number, Occurrence[]>()
  for (const one of occurrences) days.set(one.day, [...(days.get(one.day) ?? []), one])
  return [...days.values()]
}

/** Occurrences that have one worth together: those whose terms add up each alone, the rest not. */
function groupsOf(
  behavior: Behavior,
  n: number,
  inWindow: readonly Occurrence[],
): readonly (readonly Occurrence[])[] {
  const cuts = capped(n, behavior.cap) < n
  const adds = behavior.curve.type === 'linear' && !cuts
  switch (behavior.measure.type) {
    case 'count':
      return adds ? inWindow.map((one) => [one]) : [inWindow]
    case 'days':
      return adds ? byDay(inWindow) : [inWindow]
    case 'sum':
      // A total under 0 counts as 0, so its parts say nothing alone.
      return adds && n > 0 ? inWindow.map((one) => [one]) : [inWindow]
    case 'once':
    case 'first':
      return [inWindow]
  }
}

/**
 * **Worth of an occurrence** in today's raw score, by behavior: what it adds alone where terms add up (`count`, `days`
 * and `sum` with a linear curve and no cap that cuts), else what all that share the term are worth together: those of
 * one day under `days`, those under a curve or a cap that cuts, those of `once` and `first`.
 *
 *     Σ over all groups of a behavior of their worth = its term
 *
 * @returns by occurrence id one entry per enabled behavior that matches it in the window; none: it is worth nothing
 *
 * Example: weight 3, curve log, four comments: each is told as worth 4.83 with 3 others.
 */
export function occurrenceWorths(
  model: EngagementDocument,
  { asOf, windowFrom }: Pick<Frame, 'asOf' | 'windowFrom'>,
  occurrences: readonly Occurrence[],
): ReadonlyMap<string, readonly Worth[]> {
  const matched = matchedInWindow(model, occurrences, { from: windowFrom, until: asOf })
  const earlier = matchedInWindow(model, occurrences, { from: -Infinity, until: windowFrom })
  const worths = new Map<string, Worth[]>()
  for (const behavior of scoringBehaviors(model)) {
    if (!behavior.enabled) continue
    const inWindow = matched.get(behavior.key) ?? []
    const before = (earlier.get(behavior.key) ?? []).length > 0
    const n = measure(behavior, { inWindow, before }, asOf)
    for (const group of groupsOf(behavior, n, inWindow)) {
      const own = group.length === inWindow.length ? n : partOf(behavior, group, asOf)
      const { raw } = rawScore([behavior], [own])
      for (const { id } of group) {
        const told = worths.get(id) ?? []
        worths.set(id, told)
        told.push({ key: behavior.key, worth: raw, others: group.length - 1 })
      }
    }
  }
  return worths
}

/** n of a part whose terms add up. Under `sum` it may be negative: an amount that was paid back. */
function partOf(behavior: Behavior, group: readonly Occurrence[], asOf: number): number {
  if (behavior.measure.type !== 'sum') return measure(behavior, { inWindow: group, before: false }, asOf)
  const { property } = behavior.measure
  return group.reduce(
    (sum, { at, properties }) =>
      sum + kernelAt((asOf - at) / DAY_MS, behavior.kernel) * valueOf(properties, property),
    0,
  )
}
