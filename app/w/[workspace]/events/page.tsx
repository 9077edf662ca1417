import type { Metadata } from 'next'
import { EventsView } from '@/components/events/events-view'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { eventCatalog, eventTail } from '@/lib/events/operations'
import { getWorkspace } from '@/lib/workspaces/operations'

export const metadata: Metadata = { title: 'Events' }

export default async function EventsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const context = await pageContext((await params).workspace)
  const [catalog, tail, { people }] = await Promise.all([
    eventCatalog(context, {}),
    eventTail(context, {}),
    getWorkspace(context, {}),
  ])
  return (
    <>
      <TopBar title="Events" />
      <Page>
        <EventsView
          workspace={context.workspace.slug}
          zone={context.workspace.timeZone}
          people={people}
          now={context.now.toISOString()}
          initial={toJson({ catalog, tail })}
        />
      </Page>
    </>
  )
}
