import type { BoundValues } from './bound-values'
import { kernelSql } from './kernel-sql'
import type { Indexed } from './match-sql'
import { type RunPoints, dayOf, instantOfStamp, stampOf } from './run-points'

/** SQL by the name it is to have. */
export type Columns = Readonly<Record<string, string>>

/** What one behavior asks of the statement, and its n in the end. */
export type MeasureColumns = {
  /** Of the matched events of the windows, an array with an entry per point. */
  aggregates: Columns
  /** n ≥ 0 of a person at a point, a Float64, where the aggregates are the entries of the point. */
  n: string
  /** The same without the kernel and at least 0: of `sum` alone. */
  total?: string
}

/** One bit a day up to so many 64 bits; longer windows gather the days themselves. */
const MOST_WORDS = 6

/**
 * Sums are of whole numbers in this unit, so that they do not hang on the order in which a table is read; finer than a
 * Float64 holds of anything from 1/256 on, and for values up to 1e15 far within 128 bits.
 */
const UNIT = 2n ** 60n

const inUnits = (x: string) => `toInt128((${x}) * ${UNIT})`
const fromUnits = (sum: string) => `(toFloat64(${sum}) / ${UNIT})`

/** Which words of days the matched events carry, for windows that are not too long: see `dayWord`. */
export function dayWords({ mostDays }: RunPoints): readonly number[] {
  const words = Math.ceil(mostDays / 64)
  return words > MOST_WORDS ? [] : Array.from({ length: words }, (_, word) => word)
}

/** The bit of an event's `day` in the point's window, 0 where another word holds it. */
export function dayWord(word: number, { firstDay }: RunPoints): string {
  const nth = `(day - ${firstDay} - ${64 * word})`
  return `if(${nth} BETWEEN 0 AND 63, bitShiftLeft(toUInt64(1), toUInt8(${nth})), toUInt64(0))`
}

/**
 * n_j: see `measure` of the pure core.
 *
 * The rows are matched events, once for every point whose window holds them: `mask`, `at` (ms), `day` (of the zone),
 * `word_<w>`, and the summed properties by `valueOf`. `first` is no aggregate of the windows: it takes `first_<j>`, the
 * stamp of the first match in all history, 0 without one.
 */
export function measureColumns(
  { j, measure, kernel }: Indexed,
  valueOf: (property: string) => string,
  points: RunPoints,
  values: BoundValues,
): MeasureColumns {
  const matches = `bitTest(mask, ${j})`
  const column = `n_${j}`
  const firstStamp = `first_${j}`
  const fading = (at: string) => kernelSql(points.age(at), kernel, values)
  const one = (aggregate: string, n: string): MeasureColumns => ({
    aggregates: { [column]: aggregate },
    n: `toFloat64(${n})`,
  })
  const summed = (name: string, x: string): Columns => ({
    [name]: points.aggregate('sumIf', inUnits(x), matches),
  })

  switch (measure.type) {
    case 'count':
      if (kernel.type === 'none') return one(points.aggregate('countIf', matches), column)
      return { aggregates: summed(column, fading('at')), n: fromUnits(column) }

    case 'once': {
      if (kernel.type === 'none') {
        return {
          aggregates: { done: points.aggregate('groupBitOr', 'mask') },
          n: `toFloat64(bitTest(done, ${j}))`,
        }
      }
      const newest = points.aggregate('maxIf', stampOf('at'), matches)
      return one(newest, `if(${column} = 0, 0, ${fading(instantOfStamp(column))})`)
    }

    case 'first':
      return {
        aggregates: {},
        n: `if(${firstStamp} > 0 AND ${instantOfStamp(firstStamp)} >= ${points.windowFrom}
          AND ${instantOfStamp(firstStamp)} < ${points.asOf}, ${fading(instantOfStamp(firstStamp))}, toFloat64(0))`,
      }

    case 'days': {
      if (kernel.type !== 'none') {
        const newestFirst = `arrayReverseSort(${column})`
        const localDay = dayOf(`fromUnixTimestamp64Milli(t, 'UTC')`)
        return {
          aggregates: { [column]: points.aggregate('groupArrayIf', 'at', matches) },
          n: `arraySum(arrayMap((t, nth) -> if(nth = 1, ${fading('t')}, toFloat64(0)), ${newestFirst},
            arrayEnumerateUniq(arrayMap(t -> ${localDay}, ${newestFirst}))))`,
        }
      }
      const words = dayWords(points)
      if (words.length === 0) return one(points.aggregate('uniqExactIf', 'day', matches), column)
      const named = words.map((word) => [
        `${column}_${word}`,
        points.aggregate('groupBitOrIf', `word_${word}`, matches),
      ])
      return {
        aggregates: Object.fromEntries(named),
        n: `toFloat64(${words.map((word) => `bitCount(${column}_${word})`).join(' + ')})`,
      }
    }

    case 'sum': {
      const value = valueOf(measure.property)
      const atLeast0 = (sum: string) => `greatest(toFloat64(0), ${fromUnits(sum)})`
      if (kernel.type === 'none') {
        const total = atLeast0(column)
        return { aggregates: summed(column, value), n: total, total }
      }
      const plain = `${column}_plain`
      return {
        aggregates: { ...summed(column, `${fading('at')} * ${value}`), ...summed(plain, value) },
        n: atLeast0(column),
        total: atLeast0(plain),
      }
    }
  }
}
