import type { Metadata } from 'next'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { SourcesView } from '@/components/sources/sources-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { shownImports } from '@/lib/imports/client'
import { allImports } from '@/lib/imports/operations'
import { can } from '@/lib/server/context'
import { env } from '@/lib/server/env'
import { listSources, rejectedEvents } from '@/lib/sources/operations'
import { listProviders } from '@/lib/sources/providers/operations'

export const metadata: Metadata = { title: 'Sources' }

export default async function SourcesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const context = await pageContext((await params).workspace)
  const [sources, imports, rejected, providers] = await Promise.all([
    listSources(context, {}),
    allImports(context, { limit: shownImports }),
    rejectedEvents(context, { limit: 50 }),
    listProviders(context, {}),
  ])
  return (
    <>
      <TopBar title="Sources" />
      <Page>
        <SourcesView
          workspace={context.workspace.slug}
          zone={context.workspace.timeZone}
          origin={env().GRAVITAS_ORIGIN}
          now={context.now.toISOString()}
          mayManage={can(context, 'sources:manage')}
          mayImport={can(context, 'imports:write')}
          initial={toJson({ sources, imports, rejected, providers })}
        />
      </Page>
    </>
  )
}
