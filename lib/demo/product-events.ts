import type { CanonicalEvent } from '@/lib/ingest/canonical-event'
import { dayOf } from './day-events'
import type { Demo } from './make-demo'
import { milestonesOf } from './milestones'
import { Random } from './random'
import type { Piece } from './piece'
import { timesOf } from './simulate'
import { oddities } from './truth'

/**
 * What happens in the product, day by day, in pieces of at least `least` events (the last may be smaller); without
 * what comes in late.
 */
export function* productEvents(demo: Demo, least: number): Generator<Piece> {
  const milestones = milestonesOf(demo)
  const total = demo.activity.times.reduce((sum, times) => sum + times, 0)
  let piece: CanonicalEvent[] = []
  let made = 0
  for (let day = 0; day < demo.calendar.days; day++) {
    for (const event of milestones.get(day) ?? []) piece.push(event)
    for (const person of demo.people) {
      if (timesOf(demo.activity, person.index, day, 0) === 0 || isLate(demo, person.index, day)) continue
      dayOf(demo, person, day, piece)
    }
    const isLast = day === demo.calendar.days - 1
    if (piece.length < least && !isLast) continue
    made += piece.length
    yield { done: isLast ? 1 : Math.min(1, made / total), events: piece }
    piece = []
  }
}

/** What happened in the last days but was sent only after everybody had been scored. */
export function lateEvents(demo: Demo): CanonicalEvent[] {
  const { days } = demo.calendar
  const late: CanonicalEvent[] = []
  for (const person of demo.people)
    for (let day = days - oddities.late.days; day < days; day++)
      if (timesOf(demo.activity, person.index, day, 0) > 0 && isLate(demo, person.index, day))
        dayOf(demo, person, day, late)
  return late
}

/** Of the last days of those who send late, every other one on average comes late. */
function isLate({ people, calendar }: Demo, person: number, day: number): boolean {
  if (day < calendar.days - oddities.late.days || !people[person]?.isLate) return false
  return new Random(`late ${person} ${day}`).chance(0.5)
}
