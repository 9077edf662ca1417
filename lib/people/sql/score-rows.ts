import { z } from 'zod'
import { personStates } from '@/lib/scoring/engagement/state'
import { defineQuery } from '@/lib/warehouse/define-query'

/** What a snapshot says of these people, by their ids in it, in the order of those. */
export const scoreRows = defineQuery({
  name: 'score-rows',
  params: z.object({ workspace: z.uuid(), run: z.uuid(), ids: z.array(z.bigint()) }),
  row: z.object({
    id: z.string(),
    state: z.enum(personStates),
    raw: z.number().nullable(),
    score: z.number().nullable(),
    tier: z.string(),
    stage: z.string(),
    lastActivity: z.coerce.date().nullable(),
    account: z.string(),
  }),
  sql: `
    SELECT toString(person_id) AS id, state, raw, score, tier, stage, last_activity AS lastActivity,
      account_id AS account
    FROM scores
    WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID} AND person_id IN {ids:Array(UInt64)}
    ORDER BY person_id`,
})

export type ScoreRow = Awaited<ReturnType<typeof scoreRows>>[number]
