import { formatDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import type { ChartData } from './chart-data'

/** A whole and its parts, at one instant. */
export type SharePoint = {
  /** Milliseconds. */
  at: number
  n: number
  /** Of each part, lowest first; they sum to n. */
  people: readonly number[]
}

/** A row a week, oldest first: people and share of each part, and n. */
export function shareData(names: readonly string[], points: readonly SharePoint[], zone: string): ChartData {
  return {
    columns: [{ name: 'Week' }, ...[...names, 'n'].map((name) => ({ name, numeric: true }))],
    rows: points.map(({ at, n, people }) => [
      { value: new Date(at).toISOString(), text: formatDay(at, zone) },
      ...names.map((_, part) => {
        const count = people[part] ?? 0
        return { value: count, text: `${formatNumber(count)} · ${formatShare(count, n)}` }
      }),
      { value: n, text: formatNumber(n) },
    ]),
  }
}

/**
 * The same for a file: shares from 0 to 1 in columns of their own, empty where there is no whole.
 * @param counted what is counted: `people`
 */
export function shareFile(
  names: readonly string[],
  points: readonly SharePoint[],
  counted: string,
): ChartData {
  return {
    columns: ['week', ...names.flatMap((name) => [`${name}, ${counted}`, `${name}, share`]), 'n'].map(
      (name) => ({ name }),
    ),
    rows: points.map(({ at, n, people }) => [
      new Date(at).toISOString(),
      ...names.flatMap((_, part) => [people[part] ?? 0, n > 0 ? (people[part] ?? 0) / n : '']),
      n,
    ]),
  }
}
