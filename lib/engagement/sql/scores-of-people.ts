import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** What some runs say of some ids; rows of one run are in the order of ids. */
export const scoresOfPeople = defineQuery({
  name: 'scores-of-people',
  params: z.object({ workspace: z.uuid(), runs: z.array(z.uuid()), ids: z.array(z.bigint()) }),
  row: z.object({
    run: z.string(),
    id: z.string(),
    score: z.number().nullable(),
    tier: z.string(),
    stage: z.string(),
    account: z.string(),
  }),
  sql: `
    SELECT run_id AS run, toString(person_id) AS id, score, tier, stage, account_id AS account
    FROM scores
    WHERE workspace_id = {workspace:UUID} AND run_id IN {runs:Array(UUID)} AND person_id IN {ids:Array(UInt64)}
    ORDER BY run_id, person_id`,
})

export type ScoreOfPerson = Awaited<ReturnType<typeof scoresOfPeople>>[number]
