import { z } from 'zod'
import { countRejected, newestRejectedEvents } from '@/lib/ingest/rejected-events'
import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import { keyNameSchema } from '@/lib/workspaces/schema'
import { createWriteKey, listWriteKeys, revokeWriteKey } from './data'
import { eventsBySource } from './sql/events-by-source'

export const listSources = operation({
  name: 'sources.list',
  permission: 'sources:read',
  input: z.strictObject({}),
  run: async ({ workspace }) => {
    const [keys, counts] = await Promise.all([
      listWriteKeys(workspace.id),
      eventsBySource({ workspace: workspace.id }),
    ])
    const bySource = new Map(counts.map((count) => [count.sourceId, count]))
    const items = keys.map((key) => {
      const count = bySource.get(key.id)
      return {
        ...key,
        accepted: count?.accepted ?? 0,
        refused: count?.refused ?? 0,
        lastReceived: count?.lastReceived ?? null,
      }
    })
    return { items }
  },
})

export const createSource = operation({
  name: 'sources.create',
  permission: 'sources:manage',
  input: z.strictObject({ name: keyNameSchema }),
  run: ({ workspace }, { name }) => createWriteKey(workspace.id, name),
  audit: (input, output) => ({ id: output.id, name: input.name }),
})

export const revokeSource = operation({
  name: 'sources.revoke',
  permission: 'sources:manage',
  input: z.strictObject({ id: z.uuid() }),
  audit: (input) => input,
  run: async ({ workspace, now }, { id }) => {
    if (!(await revokeWriteKey(workspace.id, id, now)))
      throw new AppError('not_found', 'There is no such source in use.')
    return { id }
  },
})

/** The newest messages the HTTP doors refused, with their reasons; kept thirty days. */
export const rejectedEvents = operation({
  name: 'sources.rejected',
  permission: 'sources:read',
  input: z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(50) }),
  run: async ({ workspace }, { limit }) => {
    const [{ items }, counts] = await Promise.all([
      newestRejectedEvents(workspace.id, { limit }),
      countRejected({ workspaceId: workspace.id }),
    ])
    return { items, total: counts.reduce((sum, { messages }) => sum + messages, 0) }
  },
})
