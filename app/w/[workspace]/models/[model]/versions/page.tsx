import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { VersionsView } from '@/components/versions/versions-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { versionsPage } from '@/lib/models/versions-page'
import { can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'

export const metadata: Metadata = { title: 'Versions' }

type Props = { params: Promise<{ workspace: string; model: string }> }

export default async function VersionsRoute({ params }: Props) {
  const { workspace, model } = await params
  const context = await pageContext(workspace)
  const page = await versionsPage(context, model).catch((error: unknown) => {
    if (error instanceof AppError) notFound()
    throw error
  })
  return (
    <VersionsView
      workspace={context.workspace.slug}
      zone={context.workspace.timeZone}
      mayWrite={can(context, 'models:write')}
      mayScore={can(context, 'runs:write')}
      initial={toJson(page)}
    />
  )
}
