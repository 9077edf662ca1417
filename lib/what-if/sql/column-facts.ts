import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

const row = z.object({
  /** Everybody. */
  rows: z.coerce.number(),
  /** Those with a score. */
  scored: z.coerce.number(),
  /** Those of them whose counts are kept. */
  counted: z.coerce.number(),
})

const facts = `
  SELECT count() AS rows, countIf(state = 'scored') AS scored,
    countIf(state = 'scored' AND notEmpty(counts)) AS counted`

/** How many people a preview count holds. */
export const factsOfCount = defineQuery({
  name: 'facts-of-count',
  params: z.object({ id: z.uuid() }),
  row,
  sql: `${facts} FROM run_counts WHERE run_id = {id:UUID}`,
})

/** How many people a run holds. */
export const factsOfRun = defineQuery({
  name: 'facts-of-run',
  params: z.object({ workspace: z.uuid(), id: z.uuid() }),
  row,
  sql: `${facts} FROM scores WHERE workspace_id = {workspace:UUID} AND run_id = {id:UUID}`,
})

export type ColumnFacts = z.output<typeof row>
