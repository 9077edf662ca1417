import { z } from 'zod'
import { personStates } from '@/lib/scoring/engagement/state'
import { defineQuery } from '@/lib/warehouse/define-query'

const params = z.object({
  workspace: z.uuid(),
  runs: z.array(z.uuid()),
  ids: z.array(z.bigint()),
  from: z.date(),
  to: z.date(),
})

const standing = {
  id: z.string(),
  state: z.enum(personStates),
  raw: z.number().nullable(),
  score: z.number().nullable(),
  tier: z.string(),
  otherScore: z.number().nullable(),
  otherTier: z.string(),
  stage: z.string(),
}

const ofThem = `
  workspace_id = {workspace:UUID} AND run_id IN {runs:Array(UUID)} AND person_id IN {ids:Array(UInt64)}
  AND as_of BETWEEN {from:DateTime64(3, 'UTC')} AND {to:DateTime64(3, 'UTC')}`

/** What runs say of ids, rows of one run in the order of ids. `from` and `to` are the runs' instants, both included. */
export const personPoints = defineQuery({
  name: 'person-points',
  params,
  row: z.object({
    run: z.string(),
    ...standing,
    /** Empty where they were not kept. */
    counts: z.array(z.number()),
    tenure: z.number(),
    matched: z.number(),
    lastMatched: z.coerce.date().nullable(),
    monetary: z.number(),
    account: z.string(),
  }),
  sql: `
    SELECT run_id AS run, toString(person_id) AS id, state, raw, score, tier, other_score AS otherScore,
      other_tier AS otherTier, stage, counts, tenure_days AS tenure, matched, last_matched AS lastMatched, monetary,
      account_id AS account
    FROM scores WHERE ${ofThem}
    ORDER BY run_id, person_id`,
})

/** The same for many runs at once: what a path shows, as every column costs a read of each run. */
export const pathPoints = defineQuery({
  name: 'path-points',
  params,
  row: z.object({ run: z.string(), ...standing }),
  sql: `
    SELECT run_id AS run, toString(person_id) AS id, state, raw, score, tier, other_score AS otherScore,
      other_tier AS otherTier, stage
    FROM scores WHERE ${ofThem}
    ORDER BY run_id, person_id`,
})

/** The tiers alone, under the own reference of each run's version. */
export const tiersInRuns = defineQuery({
  name: 'tiers-in-runs',
  params,
  row: z.object({ run: z.string(), id: z.string(), tier: z.string() }),
  sql: `
    SELECT run_id AS run, toString(person_id) AS id, tier FROM scores WHERE ${ofThem}
    ORDER BY run_id, person_id`,
})

export type PersonPoint = Awaited<ReturnType<typeof personPoints>>[number]
