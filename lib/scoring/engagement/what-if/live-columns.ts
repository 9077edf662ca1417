import type { Members } from './members'
import type { LiveScores } from './population'

/** The live run, per member of the population. */
export type LiveColumns = {
  /** NaN: none. */
  scores: Float64Array
  /** −1: none. */
  tiers: Int8Array
  /** People of the whole population with a live score. */
  people: number
}

/** **Live scores** of the people who have a score in the population. */
export function liveColumns({ scores, tiers }: LiveScores, { rows }: Members): LiveColumns {
  const columns = { scores: new Float64Array(rows.length), tiers: new Int8Array(rows.length) }
  for (let m = 0; m < rows.length; m++) {
    const row = rows[m] ?? 0
    columns.scores[m] = scores[row] ?? NaN
    columns.tiers[m] = tiers[row] ?? -1
  }
  return { ...columns, people: tiers.filter((tier) => tier >= 0).length }
}
