import { formatNumber, formatPlain } from '@/lib/format/number'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'
import type { ContactRating, CountedPart } from '@/lib/scoring/contacts/score-contact'
import { actionName, isNegative } from './action-words'
import { partsOfTotal } from './parts-of-total'

export type CountedRow = {
  id: string
  action: ActionName
  name: string
  /** Under the name: what it does, or where it came from. */
  note: string | null
  at: number
  age: string
  /** "2", or "severity 1". */
  worthWhenNew: string
  agedWorth: string
  /** "÷ 1.5" of a positive, "1.5" of a negative; null where nothing divides. */
  divisor: string | null
  /** Of a negative, how its divisor comes about: "1 + 1/2". */
  formula: string | null
  /** As printed: the printed ones add up to the printed score. Null of a negative. */
  adds: number | null
  /** Of the bar, 0 to 1: against what adds most. */
  share: number
  part: CountedPart
}

export type CountedTable = {
  /** Newest first. */
  rows: readonly CountedRow[]
  /** What is older than the rows shown; null where nothing is. */
  older: { count: number; adds: number; share: number } | null
  /** What the floor adds; null where it holds nothing up. */
  floor: { adds: number; share: number; words: string } | null
  score: number
}

/** Decimals of what a row adds. */
export const DIGITS = 4

/** Ages by position are whole; elapsed ones have fractions. */
const ageText = (age: number) => formatPlain(age, age < 10 ? 2 : 1)

/** "1 + 1/2", with the gravity where it is not 1. */
function formulaOf({ severity, age }: CountedPart, gravity: number): string {
  const worth = formatPlain(severity ?? 0)
  const aged =
    age === 1 || gravity === 0
      ? worth
      : `${worth}/${ageText(age)}${gravity === 1 ? '' : `^${formatPlain(gravity)}`}`
  return `1 + ${aged}`
}

const dividesNothing = (divisor: number) => Math.abs(divisor - 1) < 5e-5

function noteOf(part: CountedPart, { order }: ContactDocument): string | null {
  if (part.implied) return 'implied: nobody sent it'
  if (!isNegative(part.action)) return null
  return order === 'running' ? 'divides what is older' : 'divides everything'
}

/**
 * What counts, newest first, as a table whose printed parts add up to the printed score. What the floor holds up stands
 * apart from the subscription that it is kept in.
 *
 * @param shown rows of their own; what is older is summed up in one
 */
export function countedTable(
  rating: Pick<ContactRating, 'score' | 'counted' | 'floor'>,
  model: ContactDocument,
  shown = Infinity,
): CountedTable {
  const lifts = rating.floor?.lifts ?? 0
  const newest = [...rating.counted].reverse()
  const held = (part: CountedPart) => (part.action === 'subscribed' ? lifts : 0)
  const adds = newest.map((part) => part.adds - held(part))
  const olderAdds = adds.slice(shown).reduce((sum, one) => sum + one, 0)
  const all = [...adds.slice(0, shown), olderAdds, lifts]
  const printed = partsOfTotal(all, rating.score, DIGITS)
  const most = Math.max(1e-12, ...all)

  const rows = newest.slice(0, shown).map((part, index): CountedRow => {
    const negative = part.severity !== null
    return {
      id: part.id,
      action: part.action,
      name: actionName(part.action),
      note: noteOf(part, model),
      at: part.at,
      age: ageText(part.age),
      worthWhenNew: negative ? `severity ${formatPlain(part.severity ?? 0)}` : formatPlain(part.points ?? 0),
      agedWorth: formatNumber(part.worth, DIGITS),
      divisor: negative
        ? formatPlain(part.divisor, 4)
        : dividesNothing(part.divisor)
          ? null
          : `÷ ${formatPlain(part.divisor, 4)}`,
      formula: negative ? formulaOf(part, model.gravity) : null,
      adds: negative ? null : (printed[index] ?? 0),
      share: (adds[index] ?? 0) / most,
      part,
    }
  })
  const count = newest.length - rows.length
  return {
    rows,
    older: count > 0 ? { count, adds: printed[rows.length] ?? 0, share: olderAdds / most } : null,
    floor:
      lifts > 0
        ? { adds: printed[rows.length + 1] ?? 0, share: lifts / most, words: floorWords(rating, model) }
        : null,
    score: rating.score,
  }
}

/** Where the floor stands: "holds the score at 2", or what bounces and complaints leave of it. */
function floorWords({ floor }: Pick<ContactRating, 'floor'>, model: ContactDocument): string {
  const least = floor?.least ?? 0
  const whole = model.floor ?? 0
  if (Math.abs(whole - least) < 1e-9) return `holds the score at ${formatPlain(least, 4)}`
  return `${formatPlain(whole)} ÷ ${formatPlain(whole / least, 4)} for bounces and complaints: holds the score at ${formatPlain(least, 4)}`
}

/** How the columns follow from each other, under this model. */
export function countedCaption({ gravity, order, clock, actions }: ContactDocument): string {
  const age = gravity === 1 ? 'age' : `age^${formatPlain(gravity, 4)}`
  const faded = gravity === 0 ? 'points never fade' : `aged worth = points / ${age}`
  const divides = actions.some(({ action, counted }) => counted && isNegative(action))
  const severity = gravity === 0 ? 'severity' : `severity / ${age}`
  return [
    faded,
    divides && `a bounce divides ${order === 'running' ? 'what is older' : 'everything'} by 1 + ${severity}`,
    clock.type === 'time' && `age = 1 + ${clock.unit}s since`,
  ]
    .filter(Boolean)
    .join('; ')
}
