import type { DemoCalendar } from './calendar'
import { loadsOf } from './loads'
import type { DemoPerson } from './people'
import { Random } from './random'
import { alreadyThere, behaviorIndex, behaviors, newcomers, retention, weekdayRhythm } from './truth'

/** A moment at which somebody stayed or left, and what it hung on. */
export type Decision = {
  person: number
  day: number
  /** log(1 + times in the 30 days before), by behavior; of `opened` the days. */
  features: readonly number[]
  isFirst: boolean
  afterPriceChange: boolean
  stays: boolean
}

/** How often everybody did what on every day. */
export type Activity = {
  days: number
  /** Times, at `(person * days + day) * behaviors.length + behavior`; an active day has at least one opening. */
  times: Uint8Array
  /** The first day on which somebody is gone; the number of days for those who never left. */
  leftOn: Int32Array
  decisions: Decision[]
}

const kinds = behaviors.length
const opened = behaviorIndex('opened')
const connected = behaviorIndex('connected')

export const timesOf = ({ times, days }: Activity, person: number, day: number, behavior: number): number =>
  times[(person * days + day) * kinds + behavior] ?? 0

/** Lives everybody's days, from the sign-up to the end or until they leave. */
export function simulate(people: readonly DemoPerson[], calendar: DemoCalendar): Activity {
  const { days } = calendar
  const activity: Activity = {
    days,
    times: new Uint8Array(people.length * days * kinds),
    leftOn: new Int32Array(people.length).fill(days),
    decisions: [],
  }
  for (const person of people) live(person, calendar, activity)
  return activity
}

function live(person: DemoPerson, calendar: DemoCalendar, activity: Activity): void {
  const { index, signUpDay } = person
  const random = new Random(`life ${index}`)
  const loads = loadsOf(person, calendar, random)
  const isGoing = signUpDay < 0 && !person.isStaff && random.chance(alreadyThere.going)
  const goneOn = isGoing ? random.int(1, alreadyThere.goneBy + 1) : calendar.days
  const surelyOn = isGoing ? goneOn - 1 : signUpDay
  let connectsOn = random.chance(newcomers.connectsShare)
    ? signUpDay + random.int(0, newcomers.connectsWithin)
    : calendar.days
  for (let day = Math.max(0, signUpDay); day < calendar.days; day++) {
    const decision = decisionOn(person, day, calendar, activity, random)
    if (decision) activity.decisions.push(decision)
    if (decision?.stays === false || day >= goneOn) {
      activity.leftOn[index] = day
      return
    }
    const rhythm = weekdayRhythm.activity[calendar.weekday(day)] ?? 1
    const isActive = random.chance(Math.min(0.97, person.active * loads.presence(day) * rhythm))
    if (!isActive && day !== surelyOn) continue
    const at = (index * calendar.days + day) * kinds
    for (let behavior = 0; behavior < kinds; behavior++) {
      const rate = (person.rates[behavior] ?? 0) * loads.rate(behavior, day)
      activity.times[at + behavior] = Math.min(99, random.poisson(rate))
    }
    activity.times[at + opened] = (activity.times[at + opened] ?? 0) + 1
    if (day >= connectsOn && signUpDay >= 0) {
      activity.times[at + connected] = (activity.times[at + connected] ?? 0) + 1
      connectsOn = calendar.days
    }
  }
}

/** The decision that is due on a day, made; null on any other day. Staff never leave. */
function decisionOn(
  { index, signUpDay, isStaff }: DemoPerson,
  day: number,
  { priceDay }: DemoCalendar,
  activity: Activity,
  random: Random,
): Decision | null {
  const tenure = day - signUpDay
  if (isStaff || tenure <= 0 || tenure % retention.everyDays !== 0 || day < retention.everyDays) return null
  const counts = new Array<number>(kinds).fill(0)
  for (let before = day - retention.everyDays; before < day; before++)
    for (let behavior = 0; behavior < kinds; behavior++) {
      const times = timesOf(activity, index, before, behavior)
      counts[behavior] = (counts[behavior] ?? 0) + (behavior === opened ? Math.min(1, times) : times)
    }
  const features = counts.map(Math.log1p)
  const isFirst = tenure === retention.everyDays
  const afterPriceChange = day >= priceDay && day < priceDay + retention.everyDays
  const logit =
    retention.base +
    (isFirst ? retention.first : 0) +
    (afterPriceChange ? retention.afterPriceChange : 0) +
    features.reduce((sum, feature, behavior) => sum + feature * (behaviors[behavior]?.retention ?? 0), 0)
  const stays = random.chance(1 / (1 + Math.exp(-logit)))
  return { person: index, day, features, isFirst, afterPriceChange, stays }
}
