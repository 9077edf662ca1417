import type { EngagementDocument } from './document'

/** Somebody between two stages. */
export type Between = {
  /** Indices of the stages on either side of the boundary. */
  young: number
  old: number
  /** B, in days of tenure. */
  boundary: number
  /** λ, how much the older stage says: above 0, under 1. */
  lambda: number
}

/**
 * **Blend**: whether a tenure is near a boundary between stages, where both sides have a say.
 *
 *     d = min(blendDays, length of the younger stage, length of the older)
 *     λ = clamp((τ − B + d/2) / d, 0, 1)
 *     score = (1 − λ) · P_young + λ · P_old
 *
 * τ the tenure, B the boundary, all in days; the first stage begins at 0, the last has no end, so a blend that is wider
 * than a stage is cut to it. Two blends never overlap. With d = 0, or where a single side has all the say, nothing is
 * blended.
 *
 * @returns null where λ is 0 or 1 at every boundary: the person's own stage alone
 *
 * Example: B = 30, d = 7: at 26.5 days λ = 0, at 28.25 0.25, at 30 0.5, at 33.5 1.
 */
export function blendAt(
  tenure: number,
  { blendDays, stages }: Pick<EngagementDocument['lifecycle'], 'blendDays' | 'stages'>,
): Between | null {
  let begins = 0
  for (const [young, { untilDay }] of stages.entries()) {
    if (untilDay === null) break
    const ends = stages[young + 1]?.untilDay ?? Infinity
    const width = Math.min(blendDays, untilDay - begins, ends - untilDay)
    const lambda = width > 0 ? (tenure - untilDay + width / 2) / width : 0
    if (lambda > 0 && lambda < 1) return { young, old: young + 1, boundary: untilDay, lambda }
    begins = untilDay
  }
  return null
}
