import { type Activity, timesOf } from './simulate'
import { behaviorIndex } from './truth'

const windowDays = 30

const [report, opened, shared, commented, invited, exported, connected] = (
  ['report', 'opened', 'shared', 'commented', 'invited', 'exported', 'connected'] as const
).map(behaviorIndex) as [number, number, number, number, number, number, number]

/**
 * The raw score of the demo's model at the first instant of a day, as if everything had happened at noon: what decides
 * who upgrades. The model itself, to the second, is in `model.ts`.
 */
export function rawOn(activity: Activity, person: number, day: number): number {
  const sums = { report: 0, opened: 0, shared: 0, commented: 0, invited: 0, exported: 0, connected: 0 }
  for (let before = Math.max(0, day - windowDays); before < day; before++) {
    // Nobody does anything on a day they do not open the app.
    if (timesOf(activity, person, before, opened) === 0) continue
    const age = day - before - 0.5
    sums.opened += 1
    sums.report += timesOf(activity, person, before, report) * 2 ** (-age / 14)
    sums.shared += Math.min(1, timesOf(activity, person, before, shared))
    sums.commented += timesOf(activity, person, before, commented)
    sums.invited += timesOf(activity, person, before, invited) * (1 - age / windowDays)
    sums.exported += timesOf(activity, person, before, exported)
    if (age < 14 && timesOf(activity, person, before, connected) > 0) sums.connected = 1
  }
  return (
    5 * Math.min(20, sums.report) +
    sums.opened +
    5 * Math.min(10, sums.shared) +
    3 * Math.log1p(Math.min(30, sums.commented)) +
    3 * Math.min(5, sums.invited) +
    Math.min(10, sums.exported) +
    3 * sums.connected
  )
}
