import { z } from 'zod'
import { defineCommand, defineQuery } from '@/lib/warehouse/define-query'

/** Drops what was counted for a run; nothing where nothing was. */
export const dropRunCounts = defineCommand({
  name: 'drop-run-counts',
  params: z.object({ run: z.uuid() }),
  sql: 'ALTER TABLE run_counts DROP PARTITION {run:UUID}',
})

const scoresOf = z.object({ workspace: z.uuid(), run: z.uuid(), asOf: z.date() })
const ofRun = 'workspace_id = {workspace:UUID} AND run_id = {run:UUID}'

const anyScores = defineQuery({
  name: 'any-run-scores',
  params: scoresOf,
  row: z.object({ found: z.number() }),
  sql: `SELECT 1 AS found FROM scores WHERE ${ofRun} LIMIT 1`,
})

const deleteScores = defineCommand({
  name: 'delete-run-scores',
  params: scoresOf,
  sql: `DELETE FROM scores WHERE ${ofRun} AND toYYYYMM(as_of) = toYYYYMM({asOf:DateTime64(3, 'UTC')})`,
})

/** Deletes the scores of a run; returns when nobody sees them any more. A run without any costs one look. */
export async function deleteRunScores(run: z.input<typeof scoresOf>): Promise<void> {
  const found = await anyScores(run, { lane: 'jobs' })
  if (found.length > 0) await deleteScores(run)
}
