import type { Metadata } from 'next'
import { OverviewView } from '@/components/overview/overview-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { overview } from '@/lib/engagement/operations'
import { can } from '@/lib/server/context'

export const metadata: Metadata = { title: 'Overview' }

export default async function OverviewRoute({ params }: { params: Promise<{ workspace: string }> }) {
  const context = await pageContext((await params).workspace)
  const initial = toJson(await overview(context, {}))
  return (
    <OverviewView
      workspace={context.workspace.slug}
      mayScore={can(context, 'runs:write')}
      initial={initial}
    />
  )
}
