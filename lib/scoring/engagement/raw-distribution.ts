import { buildBaseline } from './baseline'
import { rankKey } from './rank-key'

/** A histogram of raw scores: bin b holds `[b · width, (b + 1) · width)`, below the first there is nothing. */
export type RawDistribution = {
  /** In points. */
  width: number
  counts: number[]
  /** People beyond the last bin. */
  above: number
}

/** Up to where the bins reach, by nearest rank. */
export const RAW_LEVEL = 0.99

/** About how many bins there are. */
const BINS = 40

const steps = [1, 2, 2.5, 5]

/** Narrower bins than a millionth of a point would not be whole numbers of rank keys. */
const LEAST_POWER = -6

/**
 * **Bin width** of raw scores: the smallest of 1, 2, 2.5, 5 times a power of ten of which 40 reach `highest`.
 *
 * @param highest 99th percentile of the raw scores, in points; where it is not above 0, the width is 1
 *
 * Example: 64 points: 2 (as 1 is too narrow for 64 / 40 = 1.6); 4 points: 0.1; 90 points: 2.5.
 */
export function rawBinWidth(highest: number): number {
  if (highest <= 0) return 1
  const least = highest / BINS
  for (let power = Math.max(LEAST_POWER, Math.floor(Math.log10(least)) - 1); ; power++) {
    const found = steps.map((step) => Number(`${step}e${power}`)).find((width) => width >= least)
    if (found !== undefined) return found
  }
}

/** The width in rank keys, a whole number. */
export const widthInKeys = (width: number): number => Math.round(width * 1e9)

/** The bin of a rank key, from 0: 64 points begin the 33rd of width 2. */
export function rawBinOf(key: number, width: number): number {
  return Math.floor(Math.max(0, key) / widthInKeys(width))
}

/**
 * **Raw distribution**: how many people have which raw score.
 *
 *     bin = floor(max(0, key) / (1e9 · width))
 *
 * of the rank key, in whole numbers, so that 0.3 begins the fourth bin of 0.1 here and in SQL. The last bin holds the 99th percentile by nearest
 * rank; whoever is beyond is counted in `above`. Raw scores under 0 are in the first bin.
 *
 * @param rankKeys those of everybody with a score; of nobody there is one empty bin
 *
 * Example: raw 0, 1, 1.5 and 3: width 0.1; one person each in bins 0, 10, 15 and 30.
 */
export function rawDistribution(rankKeys: readonly number[]): RawDistribution {
  const highest = buildBaseline(rankKeys, RAW_LEVEL).highest ?? 0
  const width = rawBinWidth(highest)
  const counts = new Array<number>(rawBinOf(rankKey(highest), width) + 1).fill(0)
  let above = 0
  for (const key of rankKeys) {
    const bin = rawBinOf(key, width)
    if (bin < counts.length) counts[bin] = (counts[bin] ?? 0) + 1
    else above += 1
  }
  return { width, counts, above }
}
