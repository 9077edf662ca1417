import { poolsOf } from '@/lib/scoring/engagement/baselines'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'

/** The people of one stage with a score to come. */
export type StageSize = {
  people: number
  /** Those with a rank key above 0. */
  positive: number
}

/** Whom the people of one stage are compared with, under one reference. */
export type StagePool = {
  /** Number of the pool: stages of the same one are compared together. */
  pool: number
  /** N of its baseline. */
  size: number
  /** hi of its baseline, in points; null where nobody asked, and of nobody. */
  highest: number | null
}

/** A pool for every stage, as `baselinesOf` makes them of the people themselves; hi is left to be found. */
export function stagePools(
  { lifecycle, normalisation }: Pick<EngagementDocument, 'lifecycle' | 'normalisation'>,
  sizes: readonly StageSize[],
): StagePool[] {
  const counted = ({ people, positive }: StageSize) =>
    normalisation.zeros === 'active-only' ? positive : people
  const pools = poolsOf(
    lifecycle,
    lifecycle.stages.map((_, stage) => sizes[stage]?.people ?? 0),
  )
  return lifecycle.stages.map((_, stage) => {
    const pool = pools.findIndex((members) => members.includes(stage))
    const members = (pools[pool] ?? []).flatMap((member) => sizes[member] ?? [])
    return { pool, size: members.reduce((sum, size) => sum + counted(size), 0), highest: null }
  })
}
