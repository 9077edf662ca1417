import { z } from 'zod'
import { comment } from '@/lib/warehouse/client'
import { defineCommand } from '@/lib/warehouse/define-query'

/** What the queries of a run are tagged with, to be found when it has to be stopped. */
export const runTag = (runId: string) => `run:${runId}`

const kill = defineCommand({
  name: 'kill-run',
  params: z.object({ comment: z.string() }),
  sql: `KILL QUERY WHERE Settings['log_comment'] = {comment:String} ASYNC`,
})

/** Tells the engine to stop the queries of a run; they end a moment later. Nothing where none works. */
export const killRun = (runId: string): Promise<void> =>
  kill({ comment: comment('jobs', runTag(runId)) }, { lane: 'control' })
