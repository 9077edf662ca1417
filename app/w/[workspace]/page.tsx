import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OverviewView } from '@/components/overview/overview-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { getDemo } from '@/lib/demo/operations'
import { overview, tiersOverTime } from '@/lib/engagement/operations'
import { can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'

export const metadata: Metadata = { title: 'Overview' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function OverviewRoute({ params, searchParams }: Props) {
  const context = await pageContext((await params).workspace)
  const asked = [(await searchParams).model].flat()[0]
  const found = await overview(context, { model: asked }).catch((error: unknown) => {
    if (asked && error instanceof AppError) notFound()
    throw error
  })
  const initial = toJson(found)
  const { model, scores } = initial
  const [tiers, demo] =
    model && scores
      ? await Promise.all([
          tiersOverTime(context, { id: model.id, version: scores.version, to: scores.asOf }),
          getDemo(context, {}),
        ])
      : [null, null]
  return (
    <OverviewView
      workspace={context.workspace.slug}
      asked={asked}
      mayScore={can(context, 'runs:write')}
      mayManage={can(context, 'workspace:manage')}
      mayExport={can(context, 'people:unmasked')}
      mayWriteModels={can(context, 'models:write')}
      mayCreateWorkspaces={can(context, 'workspace:create')}
      holdsDemo={demo?.load?.state === 'done'}
      initial={initial}
      initialTiers={tiers && toJson(tiers)}
    />
  )
}
