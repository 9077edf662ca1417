import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { contactNight } from '@/lib/contacts/current/contact-night'
import { rebuildContacts } from '@/lib/contacts/current/rebuild-contacts'
import { restate } from '@/lib/engagement/restate'
import { scoreRun } from '@/lib/engagement/score-run'
import { db } from '@/lib/server/db'
import { queueLoad } from './data'
import { loadDemo } from './load-demo'
import { makeDemo } from './make-demo'
import type { DemoSize } from './truth'

/** A demo that is made in a moment and still has a few of everything. */
export const smallSize: DemoSize = { people: 300, contacts: 600 }

/** A Monday in March: the days of the pages that were drawn first. */
export const demoDay = new Date('2026-03-02T10:00:00Z')

export const smallDemo = () => makeDemo(demoDay, 'UTC', smallSize)

/** Does the runs that a publication has queued, as the worker would. */
async function scoreQueued(modelId: string): Promise<void> {
  const runs = await db().run.findMany({ where: { modelId, state: 'queued' } })
  for (const { id, batchId } of runs) if (batchId === null) await scoreRun({ runId: id })
  for (const batchId of new Set(runs.flatMap((run) => run.batchId ?? []))) await restate({ batchId })
}

/** The same of contacts. */
async function rateQueued(workspaceId: WorkspaceId, modelId: string): Promise<void> {
  const runs = await db().run.findMany({ where: { modelId, state: 'queued' } })
  for (const { id } of runs) await rebuildContacts({ runId: id })
  await contactNight({ workspaceId })
}

/** Loads a small demo into a workspace from beginning to end, without a worker. */
export async function loadSmallDemo(workspaceId: WorkspaceId, size = smallSize): Promise<void> {
  if (await queueLoad(workspaceId))
    await loadDemo({ workspaceId }, { size, scored: scoreQueued, rated: rateQueued })
}
