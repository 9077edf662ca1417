import { BIN_COUNT, binOf } from '../distribution'
import type { LiveScores } from './population'

/** The scores that are compared with, in a few hundred numbers. */
export type LiveSummary = {
  /** People with a score. */
  n: number
  /** Those whose score is 0; they are in the first bin too. */
  zeros: number
  /** People per half point, see `distribution`. */
  bins: readonly number[]
  /** The live tiers, lowest first. */
  tiers: readonly { key: string; people: number }[]
}

/** **Live summary**: what `summariseRun` says of the same scores. */
export function liveSummary({
  document,
  scores,
  tiers,
}: Pick<LiveScores, 'document' | 'scores' | 'tiers'>): LiveSummary {
  const bins = new Array<number>(BIN_COUNT).fill(0)
  const people = new Array<number>(document.tiers.length).fill(0)
  let n = 0
  let zeros = 0
  scores.forEach((score, index) => {
    if (Number.isNaN(score)) return
    n += 1
    if (score === 0) zeros += 1
    const bin = binOf(score)
    bins[bin] = (bins[bin] ?? 0) + 1
    const tier = tiers[index] ?? -1
    if (tier >= 0) people[tier] = (people[tier] ?? 0) + 1
  })
  return {
    n,
    zeros,
    bins,
    tiers: document.tiers.map(({ key }, tier) => ({ key, people: people[tier] ?? 0 })),
  }
}
