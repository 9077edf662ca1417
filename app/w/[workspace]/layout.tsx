import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { ActivityTray } from '@/components/activity/activity-tray'
import { ActivityWatch } from '@/components/activity/activity-watch'
import { AccountActions } from '@/components/layout/account-actions'
import { AppFrame } from '@/components/layout/app-frame'
import { ContactsCount } from '@/components/layout/contacts-count'
import type { NavIconName } from '@/components/layout/nav-icon'
import { PeopleCount } from '@/components/layout/people-count'
import { placesOf } from '@/components/layout/places'
import { Keyboard } from '@/components/palette/keyboard'
import { SearchButton } from '@/components/palette/search-button'
import { userContext } from '@/lib/auth/context'
import { currentUser } from '@/lib/auth/session'
import { can } from '@/lib/server/context'
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
  const places = placesOf(slug, context.actor.role)
  const counts: Partial<Record<NavIconName, ReactNode>> = {
    people: <PeopleCount workspace={slug} />,
    contacts: <ContactsCount workspace={slug} />,
  }
  const items = places.map((place) => ({ ...place, count: counts[place.icon] }))
  const account = { name: user.email, role: context.actor.role, menu: <AccountActions /> }
  const tray = (
    <>
      <ActivityTray workspace={slug} zone={context.workspace.timeZone} />
      <SearchButton />
    </>
  )
  return (
    <Keyboard workspace={slug} places={places} workspaces={workspaces} mayScore={can(context, 'runs:write')}>
      <ActivityWatch workspace={slug} />
      <AppFrame
        workspaces={workspaces}
        newWorkspaceHref={can(context, 'workspace:create') ? `/w/${slug}/new` : undefined}
        items={items}
        account={account}
        tray={tray}
      >
        {children}
      </AppFrame>
    </Keyboard>
  )
}
