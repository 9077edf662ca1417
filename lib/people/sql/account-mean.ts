import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

/** The people a run has in an account, those with a score, and its mean. */
export const accountMean = defineQuery({
  name: 'account-mean',
  params: z.object({ workspace: z.uuid(), run: z.uuid(), account: z.string() }),
  row: z.object({ people: z.coerce.number(), scored: z.coerce.number(), meanScore: z.number().nullable() }),
  sql: `
    SELECT count() AS people, countIf(state = 'scored') AS scored,
      if(scored = 0, NULL, avgIf(assumeNotNull(score), state = 'scored')) AS meanScore
    FROM scores
    WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID} AND account_id = {account:String}`,
})
