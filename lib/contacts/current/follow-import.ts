import { z } from 'zod'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { enqueue } from '@/lib/jobs/queue'
import { defineQuery } from '@/lib/warehouse/define-query'
import { listPublishedContactModels } from '../data'
import { refoldStale } from './refold-stale'

const firstOfImport = defineQuery({
  name: 'first-of-import',
  params: z.object({ workspace: z.uuid(), source: z.uuid() }),
  row: z.object({ at: z.coerce.number().nullable() }),
  sql: `
    SELECT if(count() = 0, NULL, toUnixTimestamp64Milli(min(occurred_at))) AS at
    FROM events WHERE workspace_id = {workspace:UUID} AND source_id = {source:UUID}`,
})

/**
 * What follows a finished import, or one that stopped on its way: everybody it told of is rated, and the past points
 * after its first event are made again. May be called twice.
 */
export async function followImport(workspaceId: WorkspaceId, importId: string): Promise<void> {
  if ((await listPublishedContactModels(workspaceId)).length === 0) return
  await refoldStale(workspaceId)
  const [first] = await firstOfImport({ workspace: workspaceId, source: importId }, { lane: 'jobs' })
  if (first?.at == null) return
  await enqueue('contact-night', { workspaceId, since: new Date(first.at).toISOString() })
}
