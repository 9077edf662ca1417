import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PersonView } from '@/components/person/person-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { personPage } from '@/lib/people/person-page'
import { can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'

export const metadata: Metadata = { title: 'Person' }

type Props = {
  params: Promise<{ workspace: string; person: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PersonRoute({ params, searchParams }: Props) {
  const { workspace, person } = await params
  const context = await pageContext(workspace)
  const query = await searchParams
  const id = decodeURIComponent(person)
  const page = await personPage(context, id, [query.since].flat()[0]).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  })
  return (
    <PersonView
      workspace={context.workspace.slug}
      id={id}
      zone={context.workspace.timeZone}
      mayMerge={can(context, 'people:merge')}
      initial={toJson(page)}
    />
  )
}
