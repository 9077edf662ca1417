import { formatDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import type { ChartData } from './chart-data'

export type TierSharePoint = {
  /** Milliseconds. */
  at: number
  /** People with a score. */
  n: number
  /** By tier, lowest first; they sum to n. */
  people: readonly number[]
}

/** A row a week, oldest first: people and share of each tier, and n. */
export function tierShareData(
  names: readonly string[],
  points: readonly TierSharePoint[],
  zone: string,
): ChartData {
  return {
    columns: [{ name: 'Week' }, ...[...names, 'n'].map((name) => ({ name, numeric: true }))],
    rows: points.map(({ at, n, people }) => [
      { value: new Date(at).toISOString(), text: formatDay(at, zone) },
      ...names.map((_, tier) => {
        const count = people[tier] ?? 0
        return { value: count, text: `${formatNumber(count)} · ${formatShare(count, n)}` }
      }),
      { value: n, text: formatNumber(n) },
    ]),
  }
}

/** The same for a file: shares from 0 to 1 in columns of their own, empty where nobody has a score. */
export function tierShareFile(names: readonly string[], points: readonly TierSharePoint[]): ChartData {
  return {
    columns: ['week', ...names.flatMap((name) => [`${name}, people`, `${name}, share`]), 'n'].map((name) => ({
      name,
    })),
    rows: points.map(({ at, n, people }) => [
      new Date(at).toISOString(),
      ...names.flatMap((_, tier) => [people[tier] ?? 0, n > 0 ? (people[tier] ?? 0) / n : '']),
      n,
    ]),
  }
}
