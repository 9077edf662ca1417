import { z } from 'zod'
import { personStates } from '@/lib/scoring/engagement/state'
import { defineQuery } from '@/lib/warehouse/define-query'

const params = z.object({
  workspace: z.uuid(),
  run: z.uuid(),
  after: z.string(),
  state: z.enum([...personStates, 'all']),
  tier: z.string().nullable(),
  stage: z.string().nullable(),
  minScore: z.number().nullable(),
  limit: z.int(),
})

const row = z.object({
  person: z.string(),
  identity: z.string(),
  state: z.enum(personStates),
  raw: z.number().nullable(),
  score: z.number().nullable(),
  tier: z.string(),
  stage: z.string(),
})

const under = (score: string, tier: string) =>
  defineQuery({
    name: 'scores-page',
    params,
    row,
    sql: `
    WITH page AS (
      SELECT person_id, state, raw, points, level, stage
      FROM (
        SELECT person_id, state, raw, ${score} AS points, ${tier} AS level, stage FROM scores
        WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID} AND person_id > {after:UInt64}
      )
      WHERE ({state:String} = 'all' OR toString(state) = {state:String})
        AND ({tier:Nullable(String)} IS NULL OR level = {tier:Nullable(String)})
        AND ({stage:Nullable(String)} IS NULL OR stage = {stage:Nullable(String)})
        AND ({minScore:Nullable(Float64)} IS NULL OR points >= {minScore:Nullable(Float64)})
      ORDER BY person_id LIMIT {limit:UInt32}
    )
    SELECT person_id AS person, named.identity AS identity, state, raw, points AS score, level AS tier, stage
    FROM page LEFT ANY JOIN (
      SELECT person_id, identity FROM identities
      WHERE workspace_id = {workspace:UUID} AND person_id IN (SELECT person_id FROM page)
    ) AS named USING (person_id)
    ORDER BY person_id`,
  })

const underOwn = under('score', 'tier')
const underOther = under('other_score', 'other_tier')

/**
 * One page of a run's people by internal id, from the one after `after` on, with their score under the version's own
 * reference or the other one. An absent filter lets everybody pass.
 */
export const scoresPage = (other: boolean) => (other ? underOther : underOwn)
