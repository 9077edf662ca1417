import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CompareView } from '@/components/versions/compare-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { comparePage } from '@/lib/models/compare-page'
import { comparedIn } from '@/lib/models/compared-in'
import { can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'

export const metadata: Metadata = { title: 'Compare versions' }

type Props = {
  params: Promise<{ workspace: string; model: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CompareRoute({ params, searchParams }: Props) {
  const { workspace, model } = await params
  const context = await pageContext(workspace)
  const query = await searchParams
  const compared = comparedIn({ get: (field) => [query[field]].flat()[0] ?? null })
  const page = await comparePage(context, model, compared).catch((error: unknown) => {
    if (error instanceof AppError) notFound()
    throw error
  })
  return (
    <CompareView
      workspace={context.workspace.slug}
      zone={context.workspace.timeZone}
      mayScore={can(context, 'runs:write')}
      initial={{ ...toJson(page), compared }}
    />
  )
}
