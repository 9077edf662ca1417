import { formatNumber, formatPlain } from '@/lib/format/number'
import { agedWorth, decayCurve } from '@/lib/scoring/contacts/decay'
import type { ChartData } from './chart-data'

/** What an action is marked with: a positive, a negative, a subscription. */
export type DecayShape = 'dot' | 'triangle' | 'square'

/** An action on the chosen curve. */
export type DecayMark = {
  /** At least 1. */
  age: number
  shape: DecayShape
  /** "read, 9 Dec 2025". */
  label: string
}

/** A place on the plane of ages and worth. */
export type DecayPoint = { age: number; worth: number }

/** The gravities that are always drawn beside the chosen one. */
export const usualGravities = [0.5, 1, 1.5] as const

const PIECES = 120

/** The gravities to draw, ascending, each once, the chosen one among them. */
export function drawnGravities(gravities: readonly number[], chosen: number): readonly number[] {
  return [...new Set([...gravities, chosen])].filter(Number.isFinite).sort((a, b) => a - b)
}

/** A curve as points to join by straight lines, denser where it bends: near age 1. */
export function decayPoints(value: number, gravity: number, end: number): readonly DecayPoint[] {
  const ages = Array.from({ length: PIECES + 1 }, (_, index) => 1 + (end - 1) * (index / PIECES) ** 2)
  return decayCurve(value, gravity, ages)
}

const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2500, 5000, 10_000]

/**
 * Places on an axis of ages: 1, then multiples of a round step, as many as have room.
 *
 * @param width of the axis in pixels
 *
 * Example: to 12 over 240 px: 1, 2, 4, 6, 8, 10, 12; to 100: 1, 20, 40, 60, 80, 100.
 */
export function ageTicks(end: number, width: number): readonly number[] {
  const most = Math.max(2, Math.min(7, Math.floor(width / 32)))
  const step = STEPS.find((candidate) => end / candidate <= most) ?? end
  const multiples = Array.from({ length: Math.floor(end / step) }, (_, index) => (index + 1) * step)
  const room = (age: number) => ((age - 1) / Math.max(1, end - 1)) * width >= 20
  return [1, ...multiples.filter((age) => age > 1 && room(age))]
}

/** "g 0.5 · 2.89": a curve named at its end by what is left there. */
export function curveName(value: number, gravity: number, end: number): string {
  return `g ${formatPlain(gravity)} · ${formatNumber(agedWorth(value, end, gravity), 2)}`
}

/** The point under a pointer, rounded to what somebody can aim at and kept on the plane. */
export function pickedPoint(at: DecayPoint, value: number, end: number): DecayPoint {
  const round = (number: number, step: number) => Math.round(number / step) * step
  const age = Math.min(end, Math.max(1, round(at.age, end > 40 ? 1 : 0.5)))
  const step = value / 100
  const worth = Math.min(value, Math.max(step, round(at.worth, step)))
  return { age, worth: Number(worth.toPrecision(6)) }
}

/** The ages of a table: every whole one while they are few, the ticks of the axis where they are many. */
function tableAges(end: number): readonly number[] {
  const whole = Math.floor(end)
  return whole <= 30 ? Array.from({ length: whole }, (_, index) => index + 1) : ageTicks(end, 240)
}

/** Worth by age and gravity: the numbers behind the curves. */
export function decayTable(value: number, gravities: readonly number[], end: number): ChartData {
  return {
    columns: [
      { name: 'Age', numeric: true },
      ...gravities.map((gravity) => ({ name: `Gravity ${formatPlain(gravity, 4)}`, numeric: true })),
    ],
    rows: tableAges(end).map((age) => [
      age,
      ...gravities.map((gravity) => {
        const worth = agedWorth(value, age, gravity)
        return { value: worth, text: formatNumber(worth, 2) }
      }),
    ]),
  }
}
