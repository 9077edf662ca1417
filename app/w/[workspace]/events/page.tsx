import type { Metadata } from 'next'
import { EventsView } from '@/components/events/events-view'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { shownNames } from '@/lib/events/client'
import { eventCatalog, eventTail } from '@/lib/events/operations'
import { can } from '@/lib/server/context'

export const metadata: Metadata = { title: 'Events' }

export default async function EventsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const context = await pageContext((await params).workspace)
  const [catalog, tail] = await Promise.all([
    eventCatalog(context, { limit: shownNames }),
    eventTail(context, {}),
  ])
  return (
    <>
      <TopBar title="Events" />
      <Page>
        <EventsView
          workspace={context.workspace.slug}
          zone={context.workspace.timeZone}
          maySend={can(context, 'sources:read')}
          now={context.now.toISOString()}
          initial={toJson({ catalog, tail })}
        />
      </Page>
    </>
  )
}
