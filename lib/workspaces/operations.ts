import { z } from 'zod'
import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import {
  createApiKey,
  findWorkspace,
  insertWorkspace,
  listApiKeys,
  revokeApiKey,
  updateWorkspace,
} from './data'
import {
  createApiKeySchema,
  createWorkspaceSchema,
  newWorkspaceSchema,
  updateWorkspaceSchema,
  workspaceSchema,
} from './schema'
import { workspaceCounts } from './sql/workspace-counts'

export const getWorkspace = operation({
  name: 'workspace.get',
  permission: 'workspace:read',
  input: z.strictObject({}),
  output: workspaceSchema,
  run: async ({ workspace }): Promise<z.output<typeof workspaceSchema>> => {
    const [counts] = await workspaceCounts({ workspace: workspace.id })
    const { lastReceivedAt } = await findWorkspace(workspace.id)
    return {
      slug: workspace.slug,
      name: workspace.name,
      timeZone: workspace.timeZone,
      people: counts?.people ?? 0,
      events: counts?.events ?? 0,
      lastEvent: counts?.lastEvent ?? null,
      lastReceivedAt,
    }
  },
})

/** Makes another, empty workspace, which belongs to the person who asks. Asked in one of those they manage already. */
export const createWorkspace = operation({
  name: 'workspaces.create',
  permission: 'workspace:create',
  input: createWorkspaceSchema,
  output: newWorkspaceSchema,
  run: async ({ actor }, input) => {
    if (actor.kind !== 'user')
      throw new AppError(
        'forbidden',
        'Only a person makes a workspace, as it belongs to them; this is a key.',
      )
    const made = await insertWorkspace(actor.id, input)
    if (made) return made
    throw new AppError('conflict', 'There is a workspace with this address already.', ['slug'])
  },
  audit: (_, { slug, name }) => ({ slug, name }),
})

export const changeWorkspace = operation({
  name: 'workspace.change',
  permission: 'workspace:manage',
  input: updateWorkspaceSchema,
  audit: (input) => input,
  run: async ({ workspace }, input) => {
    const { name, timeZone } = await updateWorkspace(workspace.id, input)
    return { name, timeZone }
  },
})

export const listKeys = operation({
  name: 'api-keys.list',
  permission: 'keys:manage',
  input: z.strictObject({}),
  run: async ({ workspace }) => ({ items: await listApiKeys(workspace.id) }),
})

export const createKey = operation({
  name: 'api-keys.create',
  permission: 'keys:manage',
  input: createApiKeySchema,
  run: async ({ workspace, actor }, { name, role }) => {
    if (role === 'owner' && actor.role !== 'owner') {
      throw new AppError('forbidden', 'Only an owner makes a key with the rights of an owner.', ['role'])
    }
    return createApiKey(workspace.id, name, role)
  },
  audit: (input, output) => ({ id: output.id, name: input.name, role: input.role }),
})

export const revokeKey = operation({
  name: 'api-keys.revoke',
  permission: 'keys:manage',
  input: z.strictObject({ id: z.uuid() }),
  audit: (input) => input,
  run: async ({ workspace, now }, { id }) => {
    if (!(await revokeApiKey(workspace.id, id, now)))
      throw new AppError('not_found', 'There is no such key in use.')
    return { id }
  },
})
