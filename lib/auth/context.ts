import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Context } from '@/lib/server/context'
import { db } from '@/lib/server/db'
import { AppError } from '@/lib/server/errors'
import { brokenText } from '@/lib/server/well-formed'
import { currentUser } from './session'
import { mintWorkspaceId } from './workspace-id'

const unknownWorkspace = () =>
  new AppError('not_found', 'There is no such workspace, or you are not a member of it.')

/**
 * The signed-in person in a workspace: checks session row and membership on every request. Null when nobody is
 * signed in. Throws AppError `not_found` for a workspace that does not exist or is not theirs, alike.
 */
export const userContext = cache(async (slug: string): Promise<Context | null> => {
  const user = await currentUser()
  if (!user) return null
  if (brokenText(slug)) throw unknownWorkspace()
  const member = await db().member.findFirst({
    where: { userId: user.id, workspace: { slug } },
    include: { workspace: true },
  })
  if (!member) throw unknownWorkspace()
  const { id, name, timeZone } = member.workspace
  return {
    workspace: { id: mintWorkspaceId(id), slug, name, timeZone },
    actor: { kind: 'user', id: user.id, role: member.role, label: user.email },
    now: new Date(),
  }
})

/** As `userContext`, for what answers no page. Throws AppError `unauthorized` when nobody is signed in. */
export async function signedInContext(slug: string): Promise<Context> {
  const context = await userContext(slug)
  if (!context) throw new AppError('unauthorized', 'You are signed out. Sign in again.')
  return context
}

/** For pages: as `userContext`, and sends whoever is not signed in to do so. */
export async function pageContext(slug: string): Promise<Context> {
  return (await userContext(slug)) ?? redirect(`/sign-in?next=${encodeURIComponent(`/w/${slug}`)}`)
}
