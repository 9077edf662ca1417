import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ModelView } from '@/components/model/model-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { modelPage } from '@/lib/engagement/model-page'
import { can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'

export const metadata: Metadata = { title: 'Model' }

type Props = { params: Promise<{ workspace: string; model: string }> }

export default async function ModelRoute({ params }: Props) {
  const { workspace, model } = await params
  const context = await pageContext(workspace)
  const page = await modelPage(context, model).catch((error: unknown) => {
    if (error instanceof AppError) notFound()
    throw error
  })
  return (
    <ModelView
      key={`${page.model.id} ${page.live?.version ?? 0}`}
      workspace={context.workspace.slug}
      zone={context.workspace.timeZone}
      mayWrite={can(context, 'models:write') && page.model.archivedAt === null}
      mayExport={can(context, 'people:unmasked')}
      initial={toJson(page)}
    />
  )
}
