import type { Overview } from '@/lib/engagement/client'
import { formatDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { formatSigned, formatSignedPercent } from '@/lib/format/signed'
import { smallNumbers } from '@/lib/format/small-numbers'

type Document = NonNullable<Overview['document']>

/** How long before: "in four weeks", or since which day where it is no whole number of weeks. */
export function sinceInWords(from: string, to: string, zone: string): string {
  const weeks = (Date.parse(to) - Date.parse(from)) / (7 * 86_400_000)
  // An hour more or less where clocks are changed in between.
  const whole = Math.round(weeks)
  const word = smallNumbers[whole]
  if (Math.abs(weeks - whole) * 7 * 24 > 1.5 || !word || whole === 0) return `since ${formatDay(from, zone)}`
  return `in ${word} ${whole === 1 ? 'week' : 'weeks'}`
}

/** Change of a share in percentage points: "up 3.3 points", "down 0.4 points", "unchanged". */
export function pointsInWords(now: number, before: number): string {
  const points = formatNumber(Math.abs(now - before) * 100, 1)
  if (!/[1-9]/.test(points)) return 'unchanged'
  return `${now > before ? 'up' : 'down'} ${points} points`
}

/** A tier's change: "+137 people · +3.3 points". */
export const tierChange = (people: number, points: number): string =>
  `${formatSigned(people)} ${Math.abs(people) === 1 ? 'person' : 'people'} · ${formatSigned(points * 100, 1)} points`

/** A median's change: "+12.5% against 25.0 on 2 Feb"; without a share where there was nothing to compare with. */
export function medianChange(now: number, before: number, day: string): string {
  const against = `${formatNumber(before, 1)} on ${day}`
  return before > 0 ? `${formatSignedPercent(now / before - 1)} against ${against}` : `${against} before`
}

/** What a score of the version is, with whom it compares and when: the first sentence under the answer. */
export function scaleInWords(
  { normalisation, lifecycle }: Document,
  referenceAsOf: string,
  zone: string,
): string {
  const own = lifecycle.ownBaseline && lifecycle.stages.length > 1 ? ' of the same stage' : ''
  const when =
    normalisation.reference.type === 'frozen' ? `on ${formatDay(referenceAsOf, zone)}` : 'on the same day'
  const people = `the people${own} active ${when}`
  if (normalisation.method === 'percentile')
    return `Scores are percentiles of ${people}, 0 to 100, higher is better.`
  const level = formatNumber(normalisation.winsor * 100, Number.isInteger(normalisation.winsor * 100) ? 0 : 1)
  const scale = normalisation.method === 'log-min-max' ? ', on a logarithmic scale' : ''
  return `Scores are raw scores scaled to 0 to 100${scale}: 100 is what ${level}% of ${people} do not exceed; higher is better.`
}

/** How far the past year's weeks are: "12 of 52 weeks". */
export const weeksDone = (done: number, total: number): string =>
  `${formatNumber(done)} of ${plural(total, 'week')}`
