import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { SignOut } from '@/components/layout/sign-out'
import { AppFrame } from '@/components/layout/app-frame'
import { placesOf } from '@/components/layout/places'
import { userContext } from '@/lib/auth/context'
import { currentUser } from '@/lib/auth/session'
import { AppError } from '@/lib/server/errors'
import { workspacesOf } from '@/lib/workspaces/data'

type Props = { children: ReactNode; params: Promise<{ workspace: string }> }

export default async function WorkspaceLayout({ children, params }: Props) {
  const { workspace: slug } = await params
  const user = await currentUser()
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(`/w/${slug}`)}`)
  if (!user.welcomedAt) redirect('/welcome')
  const context = await userContext(slug).catch((error: unknown) => {
    if (error instanceof AppError) notFound()
    throw error
  })
  if (!context) redirect('/sign-in')
  const workspaces = (await workspacesOf(user.id)).map((workspace) => ({
    id: workspace.slug,
    name: workspace.name,
    href: `/w/${workspace.slug}`,
    current: workspace.slug === slug,
  }))
  const account = { name: user.email, role: context.actor.role, menu: <SignOut /> }
  return (
    <AppFrame workspaces={workspaces} items={placesOf(slug, context.actor.role)} account={account}>
      {children}
    </AppFrame>
  )
}
