import { describe, expect, test } from 'vitest'
import { makeDemo } from './make-demo'
import type { DemoPerson } from './people'
import { rawOn } from './raw-on'
import { timesOf } from './simulate'
import { demoDay } from './testing'
import { fitLogistic } from './testing-logistic'
import {
  type BehaviorKey,
  behaviorIndex,
  behaviors,
  decline,
  fullSize,
  launch,
  newcomers,
  priceChange,
  retention,
  upgrade,
} from './truth'

const demo = makeDemo(demoDay, 'UTC', fullSize)
const { calendar, people, activity, upgrades } = demo
const isThere = ({ index, signUpDay }: DemoPerson, day: number) =>
  signUpDay <= day && (activity.leftOn[index] ?? 0) > day

/** Times a behavior happened in [from, to), per person who was there all the while. */
function perPerson(behavior: number, from: number, to: number, who: (person: DemoPerson) => boolean): number {
  const there = people.filter((person) => isThere(person, from) && isThere(person, to - 1) && who(person))
  let total = 0
  for (const { index } of there)
    for (let day = from; day < to; day++) total += timesOf(activity, index, day, behavior)
  return total / there.length
}

const everybody = () => true
const isEstablished = (day: number) => (person: DemoPerson) => person.signUpDay < day - 60

describe('how much there is', () => {
  test('about 1.2 million events of 5,000 people', () => {
    const total = activity.times.reduce((sum, times) => sum + times, 0)
    expect(people).toHaveLength(5_000)
    expect(total).toBeGreaterThan(1_100_000)
    expect(total).toBeLessThan(1_320_000)
  })

  test('sign-ups grow, and are fewer at weekends', () => {
    const between = (from: number, to: number) =>
      people.filter(({ signUpDay }) => signUpDay >= from && signUpDay < to).length
    expect(between(calendar.days - 91, calendar.days) / between(0, 91)).toBeGreaterThan(1.6)
    const onWeekday = (test: (weekday: number) => boolean) =>
      people.filter(({ signUpDay }) => signUpDay >= 0 && test(calendar.weekday(signUpDay))).length
    expect(onWeekday((weekday) => weekday >= 5) / 2).toBeLessThan(
      0.5 * (onWeekday((weekday) => weekday < 5) / 5),
    )
  })

  test('a weekend day has about a fifth of the openings of a weekday', () => {
    const mean = (weekend: boolean) => {
      const days = Array.from({ length: 56 }, (_, back) => calendar.days - 1 - back).filter(
        (day) => calendar.weekday(day) >= 5 === weekend,
      )
      const total = days.reduce(
        (sum, day) => sum + perPerson(behaviorIndex('opened'), day, day + 1, everybody),
        0,
      )
      return total / days.length
    }
    expect(mean(true) / mean(false)).toBeGreaterThan(0.15)
    expect(mean(true) / mean(false)).toBeLessThan(0.3)
  })
})

describe('staying', () => {
  test('hangs on the behaviors by the stated coefficients', () => {
    const { decisions } = activity
    const rows = decisions.map(({ features, isFirst, afterPriceChange }) => [
      1,
      isFirst ? 1 : 0,
      afterPriceChange ? 1 : 0,
      ...features,
    ])
    const found = fitLogistic(
      rows,
      decisions.map(({ stays }) => stays),
    )
    const truth = [
      retention.base,
      retention.first,
      retention.afterPriceChange,
      ...behaviors.map((behavior) => behavior.retention),
    ]
    expect(decisions.length).toBeGreaterThan(20_000)
    const off = found.map(({ b, se }, at) => Math.abs(b - (truth[at] ?? 0)) / se)
    expect(Math.max(...off)).toBeLessThan(3.5)
    const [, , , , report, shared] = found
    expect((report?.b ?? 0) / (report?.se ?? 1)).toBeGreaterThan(5)
    expect((shared?.b ?? 0) / (shared?.se ?? 1)).toBeGreaterThan(5)
  })

  test('is likelier after a shared dashboard, to be seen without any model', () => {
    const shared = behaviorIndex('shared')
    const share = (did: boolean) => {
      const those = activity.decisions.filter(({ features }) => (features[shared] ?? 0) > 0 === did)
      return those.filter(({ stays }) => stays).length / those.length
    }
    expect(share(true) - share(false)).toBeGreaterThan(0.05)
  })
})

describe('what happened to everybody', () => {
  test('newcomers do less of the habitual things in their first days than later', () => {
    const commented = behaviorIndex('commented')
    const perOpening = (from: number, to: number) => {
      let [times, days] = [0, 0]
      for (const { index, signUpDay } of people)
        for (
          let day = signUpDay + from;
          signUpDay >= 0 && day < signUpDay + to && day < calendar.days;
          day++
        ) {
          times += timesOf(activity, index, day, commented)
          days += timesOf(activity, index, day, 0) > 0 ? 1 : 0
        }
      return times / days
    }
    const ratio = perOpening(0, 7) / perOpening(newcomers.days, newcomers.days + 60)
    expect(ratio).toBeGreaterThan(newcomers.from * 0.8)
    expect(ratio).toBeLessThan(0.7)
  })

  test('the launch lifts reports, of adopters most, and nothing else', () => {
    const { launchDay, days } = calendar
    const span = Math.min(14, days - launchDay)
    const lift = (behavior: BehaviorKey, who: (person: DemoPerson) => boolean) => {
      const those = (person: DemoPerson) => who(person) && isEstablished(launchDay - span)(person)
      const before = perPerson(behaviorIndex(behavior), launchDay - span, launchDay, those)
      return perPerson(behaviorIndex(behavior), launchDay, launchDay + span, those) / before
    }
    expect(lift('report', ({ isAdopter }) => !isAdopter)).toBeCloseTo(launch.lift, 0.8)
    expect(lift('report', ({ isAdopter }) => isAdopter)).toBeGreaterThan(launch.adoptersLift * 0.8)
    expect(lift('commented', everybody)).toBeGreaterThan(0.9)
    expect(lift('commented', everybody)).toBeLessThan(1.12)
  })

  test('the price change makes everybody do less, and is over after six weeks', () => {
    const { priceDay } = calendar
    const opened = behaviorIndex('opened')
    const before = perPerson(opened, priceDay - 14, priceDay, isEstablished(priceDay))
    const dip = perPerson(opened, priceDay, priceDay + 7, isEstablished(priceDay)) * 2
    const later = perPerson(opened, priceDay + 42, priceDay + 56, isEstablished(priceDay))
    expect(dip / before).toBeLessThan(priceChange.dip + 0.1)
    expect(later / before).toBeGreaterThan(0.93)
  })

  test('one industry declines for half a year, the others do not', () => {
    const { days } = calendar
    const opened = behaviorIndex('opened')
    const change = (declining: boolean) => {
      const who = (person: DemoPerson) =>
        (person.account.industry === decline.industry) === declining && person.signUpDay < days - 200
      const from = days - decline.weeks * 7
      return perPerson(opened, days - 28, days, who) / perPerson(opened, from - 28, from, who)
    }
    const kept = (1 - decline.weeklyLoss) ** (decline.weeks - 2)
    expect(change(true) / change(false)).toBeGreaterThan(kept - 0.15)
    expect(change(true) / change(false)).toBeLessThan(kept + 0.15)
  })
})

describe('upgrades', () => {
  test('come from months of high scores four times in five, at most once per person', () => {
    const share = upgrades.filter(({ sustained }) => sustained).length / upgrades.length
    expect(upgrades.length).toBeGreaterThan(150)
    expect(share).toBeGreaterThan(0.7)
    expect(share).toBeLessThan(0.95)
    expect(upgrades.every(({ day }) => day < calendar.days)).toBe(true)
    expect(new Set(upgrades.map(({ person }) => person)).size).toBe(upgrades.length)
  })

  test('who upgraded after such months was high on the Mondays before', () => {
    const monday = (day: number) => day - calendar.weekday(day)
    const ranks = new Map<number, number[]>()
    const rawsOn = (day: number) => {
      const found =
        ranks.get(day) ?? people.map(({ index }) => rawOn(activity, index, day)).filter((raw) => raw > 0)
      ranks.set(day, found)
      return found
    }
    const shares = upgrades
      .filter(({ sustained }) => sustained)
      .slice(0, 60)
      .map(({ person, day }) => {
        const on = monday(day) - 35
        const own = rawOn(activity, person, on)
        const raws = rawsOn(on)
        return raws.filter((raw) => raw < own).length / raws.length
      })
    expect(Math.min(...shares)).toBeGreaterThan(upgrade.percentile / 100 - 0.12)
  })
})
