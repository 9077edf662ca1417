import type { Metadata } from 'next'
import { DateTime } from 'luxon'
import { NewModelView } from '@/components/models/new/new-model-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { shownNames } from '@/lib/events/client'
import { eventCatalog } from '@/lib/events/operations'
import { can } from '@/lib/server/context'

export const metadata: Metadata = { title: 'New model' }

export default async function NewModelPage({ params }: { params: Promise<{ workspace: string }> }) {
  const context = await pageContext((await params).workspace)
  const { slug, timeZone } = context.workspace
  return (
    <NewModelView
      workspace={slug}
      today={DateTime.fromJSDate(context.now, { zone: timeZone }).toFormat('yyyy-MM-dd')}
      mayWrite={can(context, 'models:write')}
      maySeeSources={can(context, 'sources:read')}
      catalog={toJson(await eventCatalog(context, { limit: shownNames }))}
    />
  )
}
