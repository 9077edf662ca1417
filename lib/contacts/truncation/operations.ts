import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import * as data from './data'
import { effectOfTruncation } from './effect'
import * as schema from './schema'

const shown = ({ id, before, state, progress, dropped, ...row }: data.TruncationRow) => ({
  ...{ id, before, progress, dropped },
  // A truncation never is `uploaded`, a state that only imports have.
  state: state === 'uploaded' ? ('queued' as const) : state,
  error: row.error,
  createdBy: row.createdBy,
  createdAt: row.createdAt,
  finishedAt: row.finishedAt,
})

export const truncationEffect = operation({
  name: 'contacts.truncation-effect',
  permission: 'scores:read',
  input: schema.truncationEffectSchema,
  output: schema.effectSchema,
  run: (context, { before }) => effectOfTruncation(context, before),
})

export const listTruncations = operation({
  name: 'contacts.truncations',
  permission: 'scores:read',
  input: schema.listTruncationsSchema,
  output: schema.truncationsSchema,
  run: async ({ workspace }) => ({ items: (await data.listTruncations(workspace.id)).map(shown) }),
})

/** Data goes for good: what it does is computed once more and kept beside who asked for it. */
export const startTruncation = operation({
  name: 'contacts.truncate',
  permission: 'workspace:manage',
  input: schema.startTruncationSchema,
  output: schema.truncationSchema,
  run: async (context, { before }) => {
    const { workspace, actor, now } = context
    const effect = await effectOfTruncation(context, before)
    if (effect.dropped === 0) throw new AppError('conflict', 'There is nothing before this day to drop.')
    const row = { workspaceId: workspace.id, before: effect.before, effect, createdBy: actor.label }
    return shown(await data.insertTruncation({ ...row, createdAt: now }))
  },
  audit: ({ before }, { id }) => ({ id, before }),
})

export const cancelTruncation = operation({
  name: 'contacts.cancel-truncation',
  permission: 'workspace:manage',
  input: schema.cancelTruncationSchema,
  output: schema.truncationSchema,
  run: async ({ workspace, now }, { id }) => {
    const unknown = () => new AppError('not_found', 'There is no such truncation.')
    if (!(await data.findTruncation(workspace.id, id))) throw unknown()
    await data.requestTruncationCancel(workspace.id, id, now)
    const row = await data.findTruncation(workspace.id, id)
    if (!row) throw unknown()
    return shown(row)
  },
  audit: ({ id }, { state }) => ({ id, state }),
})
