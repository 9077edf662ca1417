import { formatPlain } from '@/lib/format/number'
import { agedWorth, gravityThrough } from '@/lib/scoring/contacts/decay'

type Point = { age: number; worth: number }

const pointInWords = ({ age, worth }: Point) => `${formatPlain(worth)} at age ${formatPlain(age)}`

export type SolvedGravity = {
  /** Null where no curve runs through both. */
  gravity: number | null
  /** What an action on that curve is worth when it is new; 10 where it hardly differs, or is beyond drawing. */
  value: number
  words: string
}

const USUAL_VALUE = 10
const LARGEST_DRAWN = 1000

/** The gravity through two points that somebody picked, to three decimals, and what became of it in a sentence. */
export function solvedGravity(one: Point, other: Point): SolvedGravity {
  const exact = gravityThrough(one, other)
  if (exact === null) {
    const why = one.age === other.age ? 'they are of the same age' : 'the older one would be worth more'
    const words = `No curve of fading points runs through both: ${why}. Pick two others.`
    return { gravity: null, value: USUAL_VALUE, words }
  }
  const gravity = Math.round(exact * 1000) / 1000
  const asNew = agedWorth(one.worth, one.age, -exact)
  const isUsual = Math.abs(asNew - USUAL_VALUE) < 0.05 || asNew > LARGEST_DRAWN
  const of = isUsual ? '' : `, drawn for an action of ${formatPlain(asNew, 1)} points`
  return {
    gravity,
    value: isUsual ? USUAL_VALUE : asNew,
    words: `Gravity ${formatPlain(gravity, 3)} runs through ${pointInWords(one)} and ${pointInWords(other)}${of}.`,
  }
}
