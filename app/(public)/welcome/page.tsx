import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PlainFrame } from '@/components/layout/plain-frame'
import { WelcomeForm } from '@/components/sign-in/welcome-form'
import { currentUser } from '@/lib/auth/session'
import { workspacesOf } from '@/lib/workspaces/data'

export const metadata: Metadata = { title: 'Welcome' }
export const dynamic = 'force-dynamic'

export default async function WelcomePage() {
  const user = await currentUser()
  if (!user) redirect('/sign-in')
  const [workspace] = await workspacesOf(user.id)
  if (!workspace || user.welcomedAt) redirect('/')
  return (
    <PlainFrame
      size="large"
      title="Make it yours"
      caption="The link you came with works once. Choose how you sign in from now on, and how this workspace counts days."
    >
      <WelcomeForm workspace={workspace.slug} workspaceName={workspace.name} />
    </PlainFrame>
  )
}
