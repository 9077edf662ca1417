import { formatDay } from '@/lib/format/instant'
import { formatNumber, formatPlain, formatScore } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import type { Behavior } from '@/lib/scoring/engagement/document'
import type { BehaviorExplanation } from '@/lib/scoring/engagement/explain-score'
import { stretchInWords, timesInWords } from './change-words'

function eventsInWords({ measure }: Behavior, { events, days, newestAge, n }: BehaviorExplanation): string {
  if (events === 0) return 'none'
  const ago = newestAge === null || newestAge < 1 ? 'under a day ago' : `${stretchInWords(newestAge)} ago`
  switch (measure.type) {
    case 'count':
      return timesInWords(events)
    case 'days':
      return `on ${plural(days, 'day')}`
    case 'once':
      return `${timesInWords(events)}, last ${ago}`
    case 'sum':
      return `sum of ${measure.property} over ${plural(events, 'event')}`
    case 'first':
      return n > 0 ? 'for the first time ever' : 'not for the first time'
  }
}

function kernelInWords({ kernel }: Behavior): string | null {
  switch (kernel.type) {
    case 'none':
      return null
    case 'half-life':
      return `aged by half-life ${plural(kernel.days, 'day')}`
    case 'linear':
      return `fading over ${plural(kernel.days, 'day')}`
    case 'step':
      return `of the last ${plural(kernel.days, 'day')}`
    case 'power':
      return `aged by gravity ${formatPlain(kernel.gravity)}`
  }
}

function curveInWords({ curve }: Behavior, n: number): string | null {
  const shown = formatPlain(n)
  switch (curve.type) {
    case 'linear':
      return null
    case 'log':
      return `log(1 + ${shown})`
    case 'sqrt':
      return `√${shown}`
    case 'saturating':
      return `${shown} / (${shown} + ${formatPlain(curve.k)})`
  }
}

/** How events became what the weight multiplies: `6 times, aged by half-life 14 days`; `4 times, log(1 + 4)`. */
export function behaviorHow(behavior: Behavior, told: BehaviorExplanation): string {
  if (!behavior.enabled) return 'not counted'
  const cut = told.capped ? `cut at ${formatPlain(behavior.cap ?? 0)}` : null
  const parts = [eventsInWords(behavior, told)]
  if (told.n > 0) {
    const n = Math.min(told.n, behavior.cap ?? Infinity)
    for (const part of [kernelInWords(behavior), cut, curveInWords(behavior, n)]) if (part) parts.push(part)
  }
  return parts.join(', ')
}

/** People in a place: their stages when told by stage, the day of the reference, and L, E, N. */
type Told = { stages: readonly string[]; below: number; equal: number; n: number; score: number }

type Explained = {
  method: 'percentile' | 'min-max' | 'log-min-max'
  /** Raw as the rank key says it. */
  raw: number
  zero: boolean
  /** Is the person one of these people, as under a rolling reference? */
  among: boolean
  hi: number | null
  place: Told
  blend: { boundary: number; lambda: number; young: Told; old: Told } | null
  score: number
  day: Date
  timeZone: string
}

const orList = new Intl.ListFormat('en', { type: 'conjunction' })

function ranked({ place, among, day, timeZone }: Explained): string {
  const { below, equal, n } = place
  const people = `${formatNumber(n)} ${orList.format(place.stages)} people of ${formatDay(day, timeZone)}`
  const others = among ? Math.max(0, equal - 1) : equal
  const same = others === 0 ? 'none the same' : `${formatNumber(others)} the same`
  const above = equal === 0 ? formatNumber(below) : `(${formatNumber(below)} + ${formatNumber(equal)}/2)`
  return `${formatNumber(below)} of ${people} had less, ${same}: 100 × ${above} / ${formatNumber(n)}`
}

function shareOfHighest({ method, raw, hi }: Explained): string {
  const shown = (value: number) => formatNumber(value, 2)
  return method === 'min-max'
    ? `100 × ${shown(raw)} / ${shown(hi ?? 0)}, what counts as the highest, from 0 to 100`
    : `100 × log(1 + ${shown(raw)}) / log(1 + ${shown(hi ?? 0)}), what counts as the highest, from 0 to 100`
}

/** From raw to score, a sentence: `2,660 of 3,068 established people of 12 Jan 2026 had less, none the same: …`. */
export function scoreInWords(explained: Explained): string {
  const { zero, blend, score, method } = explained
  if (zero) return 'A raw score of at most 0 scores 0.'
  if (blend) {
    const { boundary, lambda, young, old } = blend
    const part = ({ stages, score: own }: Told) => `${formatScore(own)} among ${orList.format(stages)}`
    return `Near ${formatPlain(boundary)} days both stages have a say: ${part(young)} × ${formatNumber(1 - lambda, 2)} + ${part(old)} × ${formatNumber(lambda, 2)} = ${formatScore(score)}.`
  }
  return `${method === 'percentile' ? ranked(explained) : shareOfHighest(explained)} = ${formatScore(score)}.`
}
