import type { DemoCalendar } from './calendar'
import type { DemoPerson } from './people'
import type { Random } from './random'
import { behaviorIndex, behaviors, breaks, decline, launch, newcomers, priceChange } from './truth'

/** What a day does to somebody's habits: factors of the chance to be active at all, and of a behavior's rate. */
export type Loads = { presence: (day: number) => number; rate: (behavior: number, day: number) => number }

const report = behaviorIndex('report')
const viewed = behaviorIndex('viewed')

/** From 0 to 1 over so many days, in a line. */
const ramp = (since: number, days: number) => Math.min(1, Math.max(0, since / days))

export function loadsOf(person: DemoPerson, calendar: DemoCalendar, random: Random): Loads {
  const { priceDay, launchDay, days } = calendar
  const away = awayDays(days, random)
  const isDeclining = person.account.industry === decline.industry
  const declineFrom = days - decline.weeks * 7
  const lift = person.isAdopter ? launch.adoptersLift : launch.lift

  const afterPrice = (day: number) =>
    day < priceDay ? 1 : priceChange.dip + (1 - priceChange.dip) * ramp(day - priceDay, priceChange.days)
  const fading = (day: number) =>
    isDeclining && day > declineFrom ? (1 - decline.weeklyLoss) ** ((day - declineFrom) / 7) : 1
  const settling = (day: number) =>
    newcomers.from + (1 - newcomers.from) * ramp(day - person.signUpDay, newcomers.days)

  return {
    presence: (day) => (away[day] ? 0 : afterPrice(day) * fading(day)),
    rate: (behavior, day) => {
      const habit = behaviors[behavior]?.habitual ? settling(day) : 1
      if (behavior === report && day >= launchDay) return habit * lift
      if (behavior === viewed && day >= priceDay && day < priceDay + 14) return priceChange.pricingViews
      return habit
    },
  }
}

/** Days of holidays and the like, a few stretches a year. */
function awayDays(days: number, random: Random): Uint8Array {
  const away = new Uint8Array(days)
  for (let left = random.poisson((breaks.perYear * days) / 365); left > 0; left--) {
    const from = random.int(0, days)
    away.fill(1, from, from + random.int(breaks.shortest, breaks.longest + 1))
  }
  return away
}
