import { setTimeout as pause } from 'node:timers/promises'
import { DateTime } from 'luxon'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { checkedDocument } from '@/lib/engagement/checked-document'
import { insertModel } from '@/lib/engagement/data'
import { publish } from '@/lib/engagement/publish'
import { queueRunsAfterImport } from '@/lib/engagement/queue-runs'
import type { DemoCalendar } from './calendar'
import { findDemoModel, runsOf, wereRunsCancelled } from './data'
import { demoModel, modelName, modelNote } from './model'

/**
 * Makes and publishes the demo's model, which queues its runs; answers its id. What is there already stays; runs that
 * were cancelled with a load are queued again.
 */
export async function publishDemoModel(
  workspaceId: WorkspaceId,
  { referenceAsOf, timeZone }: DemoCalendar,
  now: Date,
): Promise<string> {
  const referenceDay = DateTime.fromJSDate(referenceAsOf, { zone: timeZone }).toISODate() ?? ''
  const document = demoModel(referenceDay)
  const found = await findDemoModel(workspaceId, modelName)
  const id = found?.id ?? (await insertModel(workspaceId, 'engagement', { name: modelName, document })).id
  if (!found?.versions.length) {
    const publication = { modelId: id, document: checkedDocument(document), note: modelNote }
    await publish(workspaceId, { ...publication, publishedBy: 'Gravitas' }, now)
  } else if (await wereRunsCancelled(id)) {
    await queueRunsAfterImport(workspaceId, now)
  }
  return id
}

/** Waits until no run of the model waits or works, whatever became of them; tells how far they are, 0 to 1. */
export async function untilScored(modelId: string, tell: (done: number) => Promise<void>): Promise<void> {
  for (;;) {
    const { progress, open } = await runsOf(modelId)
    await tell(progress)
    if (open === 0) return
    await pause(300)
  }
}
