import { type DemoCalendar, demoCalendar } from './calendar'
import { type DemoPerson, makePeople } from './people'
import { type Activity, simulate } from './simulate'
import type { DemoSize } from './truth'
import { type Upgrade, makeUpgrades } from './upgrades'

/** The made-up product: who is in it and what everybody did on which day. */
export type Demo = {
  size: DemoSize
  calendar: DemoCalendar
  people: readonly DemoPerson[]
  activity: Activity
  upgrades: readonly Upgrade[]
}

/** The same for the same local day, zone and size. */
export function makeDemo(loadedAt: Date, timeZone: string, size: DemoSize): Demo {
  const calendar = demoCalendar(loadedAt, timeZone)
  const people = makePeople(calendar, size)
  const activity = simulate(people, calendar)
  return { size, calendar, people, activity, upgrades: makeUpgrades(people, calendar, activity) }
}
