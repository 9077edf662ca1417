import { z } from 'zod'
import { type Lane, comment } from '@/lib/warehouse/client'
import { defineCommand } from '@/lib/warehouse/define-query'

/** How the queries of a job are found when it has to be stopped. */
export type Tagged = { lane: Lane; tag: string; signal?: AbortSignal }

/** What the queries of a run are tagged with. */
export const runTag = (runId: string) => `run:${runId}`

const kill = defineCommand({
  name: 'kill-run',
  params: z.object({ comment: z.string() }),
  sql: `KILL QUERY WHERE Settings['log_comment'] = {comment:String} ASYNC`,
})

/** Tells the engine to stop the queries of a run; they end a moment later. Nothing where none works. */
export const killRun = (runId: string): Promise<void> =>
  kill({ comment: comment('jobs', runTag(runId)) }, { lane: 'control' })
