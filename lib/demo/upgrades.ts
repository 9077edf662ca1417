import { DateTime } from 'luxon'
import type { DemoCalendar } from './calendar'
import type { DemoPerson } from './people'
import { Random } from './random'
import { rawOn } from './raw-on'
import { type Activity, timesOf } from './simulate'
import { upgrade } from './truth'

/** Somebody's plan is raised on a day; `sustained` says which of the two chances it came from. */
export type Upgrade = { person: number; day: number; sustained: boolean }

/**
 * Who upgrades when: for every calendar month after `upgrade.months` whole ones, those who were high on every Monday
 * of the months before have one chance, everybody else another. Each person at most once, on a day they are there.
 */
export function makeUpgrades(
  people: readonly DemoPerson[],
  calendar: DemoCalendar,
  activity: Activity,
): Upgrade[] {
  const found: Upgrade[] = []
  const upgraded = new Set<number>()
  const high = highOnMondays(people, calendar, activity)
  const firsts = monthFirsts(calendar)
  for (let month = upgrade.months; month < firsts.length; month++) {
    const since = firsts[month - upgrade.months] ?? 0
    const from = firsts[month] ?? 0
    const to = firsts[month + 1] ?? calendar.days
    const mondays = [...high.keys()].filter((day) => day >= since && day < from)
    for (const { index, signUpDay, isStaff, account } of people) {
      const random = new Random(`upgrade ${index} ${month}`)
      const day = random.int(from, to)
      if (isStaff || account.plan === 'business' || upgraded.has(index)) continue
      if (signUpDay >= from || (activity.leftOn[index] ?? 0) <= day) continue
      const sustained = mondays.every((monday) => high.get(monday)?.has(index))
      if (!random.chance(sustained ? upgrade.sustained : upgrade.other)) continue
      upgraded.add(index)
      found.push({ person: index, day, sustained })
    }
  }
  return found.sort((a, b) => a.day - b.day || a.person - b.person)
}

/** The first days of the whole calendar months of the demo, and of the one it ends in. */
function monthFirsts({ midnights, days, timeZone }: DemoCalendar): number[] {
  const isFirst = (day: number) =>
    DateTime.fromMillis((midnights[day] ?? 0) + 43_200_000, { zone: timeZone }).day === 1
  return Array.from({ length: days }, (_, day) => day).filter(isFirst)
}

/** For every Monday, who is at or above the percentile among those active within 90 days. */
function highOnMondays(
  people: readonly DemoPerson[],
  calendar: DemoCalendar,
  activity: Activity,
): Map<number, Set<number>> {
  const high = new Map<number, Set<number>>()
  for (let day = 0; day < calendar.days; day++) {
    if (calendar.weekday(day) !== 0) continue
    const raws = people
      .map(({ index }) => ({
        index,
        raw: isActive(activity, index, day) ? rawOn(activity, index, day) : null,
      }))
      .filter((one): one is { index: number; raw: number } => one.raw !== null)
      .sort((a, b) => a.raw - b.raw)
    const from = Math.ceil((raws.length * upgrade.percentile) / 100)
    high.set(day, new Set(raws.slice(from).map(({ index }) => index)))
  }
  return high
}

function isActive(activity: Activity, person: number, day: number): boolean {
  for (let before = Math.max(0, day - 90); before < day; before++)
    if (timesOf(activity, person, before, 0) > 0) return true
  return false
}
