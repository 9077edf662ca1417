import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** How many people of runs have a score to come, by the index of their stage; `positive`: rank key above 0. */
export const stageSizes = defineQuery({
  name: 'stage-sizes',
  params: z.object({ runs: z.array(z.uuid()) }),
  row: z.object({
    run: z.string(),
    stage: z.number(),
    people: z.coerce.number(),
    positive: z.coerce.number(),
  }),
  sql: `
    SELECT run_id AS run, stage, count() AS people, countIf(rank_key > 0) AS positive
    FROM run_counts WHERE run_id IN {runs:Array(UUID)} AND state = 'scored'
    GROUP BY run, stage`,
})
