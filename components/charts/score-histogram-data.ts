import { formatNumber, formatPlain } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import type { ChartData } from './chart-data'
import { scoreBars } from './score-bins'
import type { TierRegion } from './tier-regions'

/** The tier that holds the lower edge of a bar, or both tiers of a bar that a cut divides. */
function tierNames(regions: readonly TierRegion[], from: number, to: number): string {
  return regions
    .filter((region) => region.from < to && region.to > from)
    .map((region) => region.name)
    .join(' / ')
}

/** A row per bar, the people at exactly 0 in a row of their own. */
export function scoreHistogramData(
  bins: readonly number[],
  zeros: number,
  regions: readonly TierRegion[],
  barWidth: number,
): ChartData {
  const people = bins.reduce((sum, count) => sum + count, 0)
  const row = (from: number, to: number, count: number) => [
    { value: from, text: formatPlain(from) },
    { value: to, text: formatPlain(to) },
    tierNames(regions, from, Math.max(to, from + 0.5)),
    { value: count, text: formatNumber(count) },
    { value: people > 0 ? count / people : 0, text: formatShare(count, people) },
  ]
  return {
    columns: [
      { name: 'From score', numeric: true },
      { name: 'To', numeric: true },
      { name: 'Tier' },
      { name: 'People', numeric: true },
      { name: 'Share', numeric: true },
    ],
    rows: [
      ...(zeros > 0 ? [row(0, 0, zeros)] : []),
      ...scoreBars(bins, zeros, barWidth).map((bar) => row(bar.from, bar.to, bar.count)),
    ],
  }
}
