import { DAY_MS } from '@/lib/scoring/engagement/frame'

const USUAL_DAYS = 28

/**
 * With which earlier point a score is compared when nobody says: the newest that is at least four weeks older (an hour
 * less where clocks were set forward), else the oldest there is. Undefined without an earlier one.
 *
 * @param points instants of scores in any order
 */
export function comparedWith(points: readonly Date[], asOf: Date): Date | undefined {
  const earlier = points.filter((point) => point < asOf).sort((a, b) => a.getTime() - b.getTime())
  const latest = asOf.getTime() - USUAL_DAYS * DAY_MS + 3_600_000
  return earlier.findLast((point) => point.getTime() <= latest) ?? earlier[0]
}
