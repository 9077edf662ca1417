import { z } from 'zod'
import { defineCommand, defineQuery } from '@/lib/warehouse/define-query'

/** Drops what was counted for a run; nothing where nothing was. */
export const dropRunCounts = defineCommand({
  name: 'drop-run-counts',
  params: z.object({ run: z.uuid() }),
  sql: 'ALTER TABLE run_counts DROP PARTITION {run:UUID}',
})

const runsWithCounts = defineQuery({
  name: 'runs-with-counts',
  params: z.object({ runs: z.array(z.uuid()) }),
  row: z.object({ run: z.string() }),
  sql: 'SELECT DISTINCT run_id AS run FROM run_counts WHERE run_id IN {runs:Array(UUID)}',
})

/** The same of many runs, in one statement; those that have nothing cost one look. */
export async function dropCountsOfRuns(runs: readonly string[]): Promise<void> {
  const found = await runsWithCounts({ runs: [...runs] }, { lane: 'jobs' })
  if (found.length === 0) return
  const drop = defineCommand({
    name: 'drop-counts-of-runs',
    params: z.record(z.string(), z.uuid()),
    sql: `ALTER TABLE run_counts ${found.map((_, index) => `DROP PARTITION {run_${index}:UUID}`).join(', ')}`,
  })
  await drop(Object.fromEntries(found.map(({ run }, index) => [`run_${index}`, run])))
}

/** A run whose scores are not read any more. */
export type ObsoleteRun = { run: string; asOf: Date }

const scoresOf = z.object({ workspace: z.uuid(), runs: z.array(z.uuid()) })
const ofRuns = 'workspace_id = {workspace:UUID} AND run_id IN {runs:Array(UUID)}'

const runsWithScores = defineQuery({
  name: 'runs-with-scores',
  params: scoresOf,
  row: z.object({ run: z.string() }),
  sql: `SELECT DISTINCT run_id AS run FROM scores WHERE ${ofRuns}`,
})

const deleteScores = defineCommand({
  name: 'delete-run-scores',
  params: scoresOf.extend({ months: z.array(z.int()) }),
  sql: `DELETE FROM scores WHERE ${ofRuns} AND toYYYYMM(as_of) IN {months:Array(UInt32)}`,
})

/** `toYYYYMM`: the partition of an instant. */
const monthOf = (at: Date) => at.getUTCFullYear() * 100 + at.getUTCMonth() + 1

/** Deletes the scores of runs; returns when nobody sees them any more. Runs without any cost one look. */
export async function deleteScoresOfRuns(workspace: string, runs: readonly ObsoleteRun[]): Promise<void> {
  if (runs.length === 0) return
  const found = await runsWithScores({ workspace, runs: runs.map(({ run }) => run) }, { lane: 'jobs' })
  if (found.length === 0) return
  const stored = runs.filter(({ run }) => found.some((one) => one.run === run))
  await deleteScores({
    workspace,
    runs: stored.map(({ run }) => run),
    months: stored.map(({ asOf }) => monthOf(asOf)),
  })
}

/** The same of one run. */
export const deleteRunScores = ({ workspace, ...run }: ObsoleteRun & { workspace: string }): Promise<void> =>
  deleteScoresOfRuns(workspace, [run])
