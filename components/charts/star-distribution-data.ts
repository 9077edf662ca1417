import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import type { ChartData } from './chart-data'
import { starRanges } from './star-ranges'

/**
 * A row per number of stars, the fewest first: the scores that make it, contacts, share, and the same of the ghost.
 * @param stars contacts of one to five stars
 */
export function starDistributionData(
  stars: readonly number[],
  cuts: readonly number[],
  ghost?: { name: string; stars: readonly number[] },
): ChartData {
  const contacts = sum(stars)
  return {
    columns: [
      { name: 'Stars', numeric: true },
      { name: 'Score' },
      { name: 'Contacts', numeric: true },
      { name: 'Share', numeric: true },
      ...(ghost ? [{ name: `Contacts, ${ghost.name}`, numeric: true }] : []),
    ],
    rows: starRanges(cuts).map(({ stars: one, long }, index) => {
      const count = stars[index] ?? 0
      const then = ghost?.stars[index] ?? 0
      return [
        { value: one, text: `${one}★` },
        long,
        { value: count, text: formatNumber(count) },
        { value: contacts > 0 ? count / contacts : 0, text: formatShare(count, contacts) },
        ...(ghost ? [{ value: then, text: formatNumber(then) }] : []),
      ]
    }),
  }
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
