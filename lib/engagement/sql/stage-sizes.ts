import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** How many people of a run have a score to come, by the index of their stage; `positive`: rank key above 0. */
export const stageSizes = defineQuery({
  name: 'stage-sizes',
  params: z.object({ run: z.uuid() }),
  row: z.object({ stage: z.number(), people: z.coerce.number(), positive: z.coerce.number() }),
  sql: `
    SELECT stage, count() AS people, countIf(rank_key > 0) AS positive
    FROM run_counts WHERE run_id = {run:UUID} AND state = 'scored'
    GROUP BY stage`,
})
