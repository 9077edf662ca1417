import type { DecayMark } from '@/components/charts/decay-data'
import { formatDay } from '@/lib/format/instant'
import { formatPlain } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import type { Clock, ContactDocument } from '@/lib/scoring/contacts/document'
import type { CountedPart } from '@/lib/scoring/contacts/score-contact'
import { actionName, shapeOf } from './action-words'

/** The oldest age worth drawing: beyond it every curve is flat. */
const furthest: Record<'position' | 'hour' | 'day' | 'week', number> = {
  position: 60,
  hour: 168,
  day: 180,
  week: 52,
}
const SHORTEST = 12
const rounded = [12, 16, 20, 24, 30, 40, 50, 60, 80, 100, 120, 150, 180]

/** Where the axis of ages ends: past the oldest action, but no further than there is something to see. */
export function decayEnd(counted: readonly CountedPart[], clock: Clock): number {
  const most = furthest[clock.type === 'position' ? 'position' : clock.unit]
  const oldest = counted.reduce((age, part) => Math.max(age, part.age), 1)
  const wanted = Math.max(SHORTEST, Math.min(most, oldest * 1.25))
  return Math.min(most, rounded.find((end) => end >= wanted) ?? most)
}

/** The contact's actions at their ages; those beyond the end are left out and counted. */
export function decayMarks(
  counted: readonly CountedPart[],
  end: number,
  zone: string,
): { marks: readonly DecayMark[]; beyond: number } {
  const marks = counted
    .filter(({ age }) => age <= end)
    .map(({ action, age, at }) => ({
      age,
      shape: shapeOf(action),
      label: `${actionName(action)}, ${formatDay(at, zone)}, age ${formatPlain(age)}`,
    }))
  return { marks, beyond: counted.length - marks.length }
}

/** What runs to the right: "age, 1 is the newest action". */
export function ageUnit(clock: Clock): string {
  return clock.type === 'position' ? 'age, 1 is the newest action' : `age in ${clock.unit}s, 1 is now`
}

/** "4 older actions lie beyond age 60." */
export function beyondWords(beyond: number, end: number): string | undefined {
  if (beyond === 0) return undefined
  return `${plural(beyond, 'older action')} ${beyond === 1 ? 'lies' : 'lie'} beyond age ${formatPlain(end)}.`
}

/** What the shapes are, of those that are there: "of 10 points; ● read, ▼ bounce, ■ subscribed". */
export function decayCaption(counted: readonly CountedPart[], { clock }: ContactDocument): string {
  const shapes = new Set(counted.map(({ action }) => shapeOf(action)))
  const named = [
    shapes.has('dot') && '● adds',
    shapes.has('triangle') && '▼ divides',
    shapes.has('square') && '■ subscribed',
  ].filter(Boolean)
  const by = clock.type === 'position' ? '' : ` by ${clock.unit}`
  return `of 10 points${by}; ${named.join(', ')}`
}
