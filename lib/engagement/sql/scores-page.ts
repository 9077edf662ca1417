import { z } from 'zod'
import { personStates } from '@/lib/scoring/engagement/state'
import { defineQuery } from '@/lib/warehouse/define-query'

/** One page of a run's people by internal id, from the one after `after` on. An absent filter lets everybody pass. */
export const scoresPage = defineQuery({
  name: 'scores-page',
  params: z.object({
    workspace: z.uuid(),
    run: z.uuid(),
    after: z.string(),
    state: z.enum([...personStates, 'all']),
    tier: z.string().nullable(),
    stage: z.string().nullable(),
    minScore: z.number().nullable(),
    limit: z.int(),
  }),
  row: z.object({
    person: z.string(),
    identity: z.string(),
    state: z.enum(personStates),
    raw: z.number().nullable(),
    score: z.number().nullable(),
    tier: z.string(),
    stage: z.string(),
  }),
  sql: `
    WITH page AS (
      SELECT person_id, state, raw, score, tier, stage FROM scores
      WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID} AND person_id > {after:UInt64}
        AND ({state:String} = 'all' OR toString(state) = {state:String})
        AND ({tier:Nullable(String)} IS NULL OR tier = {tier:Nullable(String)})
        AND ({stage:Nullable(String)} IS NULL OR stage = {stage:Nullable(String)})
        AND ({minScore:Nullable(Float64)} IS NULL OR score >= {minScore:Nullable(Float64)})
      ORDER BY person_id LIMIT {limit:UInt32}
    )
    SELECT person_id AS person, named.identity AS identity, state, raw, score, tier, stage
    FROM page LEFT ANY JOIN (
      SELECT person_id, identity FROM identities
      WHERE workspace_id = {workspace:UUID} AND person_id IN (SELECT person_id FROM page)
    ) AS named USING (person_id)
    ORDER BY person_id`,
})
