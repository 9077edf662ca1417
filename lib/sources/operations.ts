import { countRejected, newestRejectedEvents } from '@/lib/ingest/rejected-events'
import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import { pageOfList } from '@/lib/server/page-of-list'
import { createWriteKey, listWriteKeys, revokeWriteKey } from './data'
import * as schema from './schema'
import { eventsBySource } from './sql/events-by-source'

export const listSources = operation({
  name: 'sources.list',
  permission: 'sources:read',
  input: schema.listSourcesSchema,
  output: schema.sourcesPageSchema,
  run: async ({ workspace }, page) => {
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
    return pageOfList(items, ({ id }) => id, page)
  },
})

export const createSource = operation({
  name: 'sources.create',
  permission: 'sources:manage',
  input: schema.createSourceSchema,
  output: schema.createdSourceSchema,
  run: ({ workspace }, { name }) => createWriteKey(workspace.id, name),
  audit: (input, output) => ({ id: output.id, name: input.name }),
})

export const revokeSource = operation({
  name: 'sources.revoke',
  permission: 'sources:manage',
  input: schema.sourceIdSchema,
  output: schema.sourceIdSchema,
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
  input: schema.rejectedEventsSchema,
  run: async ({ workspace }, { limit }) => {
    const [{ items }, counts] = await Promise.all([
      newestRejectedEvents(workspace.id, { limit }),
      countRejected({ workspaceId: workspace.id }),
    ])
    return { items, total: counts.reduce((sum, { messages }) => sum + messages, 0) }
  },
})
