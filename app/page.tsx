import { redirect } from 'next/navigation'
import { currentUser } from '@/lib/auth/session'
import { workspacesOf } from '@/lib/workspaces/data'

export const dynamic = 'force-dynamic'

/** The door: to the first workspace, or to sign in. */
export default async function Home() {
  const user = await currentUser()
  if (!user) redirect('/sign-in')
  const [workspace] = await workspacesOf(user.id)
  redirect(workspace ? `/w/${workspace.slug}` : '/sign-in?error=no-workspace')
}
