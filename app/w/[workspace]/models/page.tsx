import type { Metadata } from 'next'
import { ModelsView } from '@/components/models/models-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { modelsOverview } from '@/lib/models/list/operations'
import { can } from '@/lib/server/context'

export const metadata: Metadata = { title: 'Models' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ModelsPage({ params, searchParams }: Props) {
  const context = await pageContext((await params).workspace)
  const archived = (await searchParams).archived !== undefined
  return (
    <ModelsView
      workspace={context.workspace.slug}
      zone={context.workspace.timeZone}
      mayWrite={can(context, 'models:write')}
      initial={{ archived, models: toJson(await modelsOverview(context, { archived })) }}
    />
  )
}
