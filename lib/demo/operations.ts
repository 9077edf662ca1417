import type { z } from 'zod'
import { remainingMs } from '@/lib/activity/remaining'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import { cancelLoad, findLoad, hasEvents, queueLoad } from './data'
import { type DemoLoadView, demoInputSchema, demoSchema } from './schema'

async function viewOf({ workspace, now }: Context): Promise<z.output<typeof demoSchema>> {
  const row = await findLoad(workspace.id)
  if (!row) return { load: null, mayLoad: !(await hasEvents(workspace.id)) }
  const { phase, progress, events, error, startedAt, finishedAt } = row
  // A load is never `uploaded`, a state that only imports have.
  const state = row.state as DemoLoadView['state']
  const left = state === 'running' ? remainingMs(progress, startedAt, now) : null
  return {
    load: { state, phase, progress, events, remainingMs: left, error, startedAt, finishedAt },
    mayLoad: state === 'failed' || state === 'cancelled',
  }
}

export const getDemo = operation({
  name: 'demo.get',
  permission: 'workspace:read',
  input: demoInputSchema,
  output: demoSchema,
  run: viewOf,
})

/** Fills the workspace with the demo, in the background; goes on with one that stopped. */
export const loadDemo = operation({
  name: 'demo.load',
  permission: 'workspace:manage',
  input: demoInputSchema,
  output: demoSchema,
  audit: () => ({}),
  run: async (context) => {
    if (await queueLoad(context.workspace.id)) return viewOf(context)
    const { load } = await viewOf(context)
    throw new AppError(
      'conflict',
      load
        ? 'The demo is in this workspace already, or on its way.'
        : 'This workspace has events of its own. Make a new workspace for the demo.',
    )
  },
})

/** Stops the load; what was written stays. */
export const cancelDemo = operation({
  name: 'demo.cancel',
  permission: 'workspace:manage',
  input: demoInputSchema,
  output: demoSchema,
  audit: () => ({}),
  run: async (context) => {
    if (await cancelLoad(context.workspace.id, context.now)) return viewOf(context)
    throw new AppError('conflict', 'No demo is being loaded here.')
  },
})
