import { type Account, accountFor, makeAccounts } from './accounts'
import { mailbox } from './addresses'
import type { DemoCalendar } from './calendar'
import { jobs } from './names'
import { Random } from './random'
import {
  type DemoSize,
  alreadyThere,
  behaviors,
  fullSize,
  launch,
  oddities,
  signUpGrowth,
  weekdayRhythm,
} from './truth'

/** A made-up person who uses the product. */
export type DemoPerson = {
  index: number
  userId: string
  email: string
  name: string
  account: Account
  job: string
  /** Day of the sign-up; negative for those who were there when the demo begins. */
  signUpDay: number
  /** Chance to be active on an average weekday. */
  active: number
  /** Mean number of times per active day, by behavior. */
  rates: readonly number[]
  isAdopter: boolean
  isStaff: boolean
  refusesConsent: boolean
  /** The user id of the first days, of those who are joined by an alias. */
  formerId: string | null
  /** A browser of their own that came before the sign-up. */
  visitorId: string | null
  /** A browser that two people use, and whether this is the second of them. */
  sharedBrowser: { id: string; second: boolean } | null
  /** Claims the e-mail of this other person as well. */
  claimsEmailOf: number | null
  isLate: boolean
}

/** How many of an oddity there are in a demo of a size. */
export const scaled = (count: number, size: DemoSize) =>
  Math.max(2, Math.round((count * size.people) / fullSize.people))

/** Everybody, in the order of their sign-ups. */
export function makePeople(calendar: DemoCalendar, size: DemoSize): DemoPerson[] {
  const accounts = makeAccounts(Math.max(8, Math.round(size.people * 0.08)))
  const days = signUpDays(calendar, size)
  const odd = oddOnes(size, days)
  return days.map((signUpDay, index) => {
    const random = new Random(`person ${index}`)
    const level = random.normal()
    const isStaff = odd.staff.has(index)
    const { name, email } = mailbox(index, isStaff ? oddities.staff.domain : null)
    const own = (spread: number) => Math.exp(spread * (0.6 * level + 0.8 * random.normal()))
    return {
      index,
      userId: `u${1000 + index}`,
      email,
      name,
      account: accountFor(accounts, random),
      job: random.pick(jobs),
      signUpDay,
      active: isStaff ? 0.9 : 1 / (1 + Math.exp(0.62 - 0.95 * (0.75 * level + 0.66 * random.normal()))),
      rates: behaviors.map(({ rate, spread }) => rate * own(spread)),
      isAdopter: random.chance(launch.adopters),
      isStaff,
      refusesConsent: odd.refusing.has(index),
      formerId: odd.aliased.has(index) ? `legacy-${index}` : null,
      visitorId: odd.visitors.has(index) ? `visitor-${index}` : null,
      sharedBrowser: odd.browsers.get(index) ?? null,
      claimsEmailOf: odd.conflicts.get(index) ?? null,
      isLate: odd.late.has(index),
    }
  })
}

function signUpDays({ days, weekday }: DemoCalendar, size: DemoSize): number[] {
  const random = new Random('sign-ups')
  const weights = Array.from(
    { length: days },
    (_, day) => (1 + ((signUpGrowth - 1) * day) / (days - 1)) * (weekdayRhythm.signUps[weekday(day)] ?? 1),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const before = Math.round(size.people * alreadyThere.share)
  const found = Array.from({ length: before }, () => -random.int(1, alreadyThere.mostDays))
  // Evenly through the curve, so that a smaller demo has the same shape.
  let day = 0
  let reached = weights[0] ?? 0
  for (let index = 0; index < size.people - before; index++) {
    const wanted = ((index + random.next()) / (size.people - before)) * total
    while (reached < wanted && day < days - 1) reached += weights[++day] ?? 0
    found.push(day)
  }
  return found.sort((a, b) => a - b)
}

type Browser = [number, NonNullable<DemoPerson['sharedBrowser']>]

/** Who is odd in which way: nobody in two ways. */
function oddOnes(size: DemoSize, days: readonly number[]) {
  const random = new Random('oddities')
  const taken = new Set<number>()
  const draw = (count: number, fits: (day: number) => boolean): number[] => {
    const drawn: number[] = []
    for (let tries = 0; drawn.length < count && tries < 50 * size.people; tries++) {
      const index = random.int(0, days.length)
      if (taken.has(index) || !fits(days[index] ?? 0)) continue
      taken.add(index)
      drawn.push(index)
    }
    return drawn
  }
  const last = days.at(-1) ?? 0
  const before = (margin: number) => (day: number) => day < last - margin
  const newcomer = (margin: number) => (day: number) => day > 2 && day < last - margin
  const pairs = (count: number) => {
    const drawn = draw(count * 2, newcomer(10)).sort((a, b) => a - b)
    return Array.from({ length: Math.floor(drawn.length / 2) }, (_, pair): [number, number] => [
      drawn[2 * pair] ?? 0,
      drawn[2 * pair + 1] ?? 0,
    ])
  }
  return {
    staff: new Set(draw(scaled(oddities.staff.people, size), before(90))),
    refusing: new Set(draw(scaled(oddities.consentRefused, size), before(0))),
    aliased: new Set(draw(scaled(oddities.aliased.people, size), newcomer(oddities.aliased.afterDays + 30))),
    visitors: new Set(draw(scaled(oddities.visitors, size), newcomer(0))),
    late: new Set(draw(scaled(oddities.late.people, size), before(30))),
    browsers: new Map(
      pairs(scaled(oddities.sharedBrowsers, size)).flatMap(([first, second], number): Browser[] => {
        const id = `shared-${number}`
        return [
          [first, { id, second: false }],
          [second, { id, second: true }],
        ]
      }),
    ),
    conflicts: new Map(
      pairs(scaled(oddities.emailConflicts, size)).map(([first, second]) => [second, first]),
    ),
  }
}
