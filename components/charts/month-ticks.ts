import { DateTime } from 'luxon'

export type MonthTick = {
  /** First instant of the month, ms since epoch. */
  at: number
  /** '' where a label would touch its neighbour. */
  label: string
}

/** Most labels that stand side by side without touching, at 12 px. */
const LABEL_WIDTH = 72

/**
 * The first days of the months between two instants, in the zone: a mark each, a label on as many as there is room for.
 * The first label and every January name the year.
 *
 * @param from, to ms since epoch
 * @param width of the axis in pixels
 */
export function monthTicks(from: number, to: number, zone: string, width: number): MonthTick[] {
  const ticks: number[] = []
  let month = DateTime.fromMillis(from, { zone }).startOf('month')
  if (month.toMillis() < from) month = month.plus({ months: 1 })
  while (month.toMillis() <= to) {
    ticks.push(month.toMillis())
    month = month.plus({ months: 1 })
  }
  const perMonth = width / Math.max(1, ticks.length)
  const every = [1, 2, 3, 6, 12].find((months) => months * perMonth >= LABEL_WIDTH) ?? 12
  let named = false
  return ticks.map((at, index) => {
    if (index % every !== 0) return { at, label: '' }
    const day = DateTime.fromMillis(at, { zone, locale: 'en-US' })
    const label = day.toFormat(!named || day.month === 1 ? 'LLL yyyy' : 'LLL')
    named = true
    return { at, label }
  })
}
