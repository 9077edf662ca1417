import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { NewWorkspaceForm } from '@/components/workspaces/new-workspace-form'
import { pageContext } from '@/lib/auth/context'
import { can } from '@/lib/server/context'

export const metadata: Metadata = { title: 'New workspace' }

export default async function NewWorkspaceRoute({ params }: { params: Promise<{ workspace: string }> }) {
  const context = await pageContext((await params).workspace)
  if (!can(context, 'workspace:create')) notFound()
  return (
    <>
      <TopBar title="New workspace" />
      <Page>
        <NewWorkspaceForm workspace={context.workspace.slug} />
      </Page>
    </>
  )
}
