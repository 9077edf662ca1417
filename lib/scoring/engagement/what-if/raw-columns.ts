import { rankKey } from '../rank-key'

/** A weight and what it weighs, one value per member. */
export type WeightedColumn = { weight: number; values: Float64Array }

/** So many people at a time stay in the fastest memory while column after column is added. */
const BLOCK = 2048

/** raw += w · f, from a member up to another. */
function addOne({ weight, values }: WeightedColumn, raws: Float64Array, from: number, to: number) {
  for (let m = from; m < to; m++) raws[m] = (raws[m] ?? 0) + weight * (values[m] ?? 0)
}

/** Two columns in one pass, first the one, then the other: the same sum to the bit, half the reads and writes. */
function addTwo(a: WeightedColumn, b: WeightedColumn, raws: Float64Array, from: number, to: number) {
  const [valuesOfA, valuesOfB] = [a.values, b.values]
  const [weightOfA, weightOfB] = [a.weight, b.weight]
  for (let m = from; m < to; m++) {
    raws[m] = (raws[m] ?? 0) + weightOfA * (valuesOfA[m] ?? 0) + weightOfB * (valuesOfB[m] ?? 0)
  }
}

function add(columns: readonly WeightedColumn[], raws: Float64Array, from: number, to: number) {
  for (let j = 0; j < columns.length; j += 2) {
    const [a, b] = [columns[j], columns[j + 1]]
    if (a && b) addTwo(a, b, raws, from, to)
    else if (a) addOne(a, raws, from, to)
  }
}

/**
 * Raw scores and rank keys of all members, written into `raws` and `keys`. The columnar twin of `rawScore`: the same
 * terms, summed in the same order, so the same bits.
 *
 * @param columns those of the enabled behaviors, in the document's order
 */
export function fillRawColumns(columns: readonly WeightedColumn[], raws: Float64Array, keys: Float64Array) {
  for (let from = 0; from < raws.length; from += BLOCK) {
    const to = Math.min(raws.length, from + BLOCK)
    raws.fill(0, from, to)
    add(columns, raws, from, to)
    for (let m = from; m < to; m++) keys[m] = rankKey(raws[m] ?? 0)
  }
}
