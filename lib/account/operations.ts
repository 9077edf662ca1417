import { z } from 'zod'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { operation } from '@/lib/server/operation'
import { updateWorkspace } from '@/lib/workspaces/data'
import { endWelcome, setSignIn } from './data'
import { accountSchema, welcomeSchema } from './schema'

function person({ actor }: Context): string {
  if (actor.kind !== 'user') throw new AppError('forbidden', 'Only a person has an account; this is a key.')
  return actor.id
}

async function changeSignIn(context: Context, email: string, password: string): Promise<void> {
  const changed = await setSignIn(person(context), email, password, context.now)
  if (!changed) throw new AppError('conflict', 'This address belongs to somebody else here.', ['email'])
}

/** The answers of the first owner: how to sign in from now on, the workspace's name and its days. */
export const welcome = operation({
  name: 'account.welcome',
  permission: 'workspace:manage',
  input: welcomeSchema,
  audit: ({ email, workspaceName, timeZone }) => ({ email, workspaceName, timeZone }),
  run: async (context, { email, password, workspaceName, timeZone }) => {
    await changeSignIn(context, email, password)
    await updateWorkspace(context.workspace.id, { name: workspaceName, timeZone })
    return { email }
  },
})

export const skipWelcome = operation({
  name: 'account.skip-welcome',
  permission: 'workspace:read',
  input: z.strictObject({}),
  audit: () => ({}),
  run: async (context) => {
    await endWelcome(person(context), context.now)
    return {}
  },
})

export const changeAccount = operation({
  name: 'account.change',
  permission: 'workspace:read',
  input: accountSchema,
  audit: ({ email }) => ({ email }),
  run: async (context, { email, password }) => {
    await changeSignIn(context, email, password)
    return { email }
  },
})
