import type { EngagementDocument } from '@/lib/scoring/engagement/document'

type Lifecycle = EngagementDocument['lifecycle']

/** In days of tenure; `to` is null in the last stage, which has no end. */
export type StageSpan = { key: string; from: number; to: number | null }

/** Around the boundary `at`, the days of tenure in which both neighbours have a say. */
export type BlendZone = { at: number; from: number; to: number }

/** The boundaries that are in order; stops at one that is not, as while it is typed. */
export function stageSpans(stages: Lifecycle['stages']): readonly StageSpan[] {
  const spans: StageSpan[] = []
  let from = 0
  for (const { key, untilDay } of stages) {
    if (untilDay !== null && !(untilDay > from)) break
    spans.push({ key, from, to: untilDay })
    if (untilDay === null) break
    from = untilDay
  }
  return spans
}

/**
 * Where stages are blended, as `blendAt` of the engine does it: half the width on either side of a boundary, the width
 * at most the shorter adjacent stage.
 *
 * Example: new until day 30, established, 7 days: 26.5 to 33.5.
 */
export function blendZones({
  stages,
  blendDays,
}: Pick<Lifecycle, 'stages' | 'blendDays'>): readonly BlendZone[] {
  const spans = stageSpans(stages)
  return spans.flatMap(({ from, to }, index) => {
    const next = spans[index + 1]
    if (to === null || !next) return []
    const width = Math.min(blendDays, to - from, (next.to ?? Infinity) - to)
    return width > 0 ? [{ at: to, from: to - width / 2, to: to + width / 2 }] : []
  })
}

/** The last day that a picture of the stages shows: somewhat after the last boundary and its blend. */
export function lastDayShown(lifecycle: Pick<Lifecycle, 'stages' | 'blendDays'>): number {
  const boundary = Math.max(0, ...stageSpans(lifecycle.stages).map(({ to }) => to ?? 0))
  const blend = Math.max(0, ...blendZones(lifecycle).map(({ to }) => to))
  return Math.max(boundary * 1.6, blend * 1.1, 10)
}
