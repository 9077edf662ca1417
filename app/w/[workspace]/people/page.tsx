import type { Metadata } from 'next'
import { PeopleView } from '@/components/people/people-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { listPeople } from '@/lib/people/operations'
import { viewOf } from '@/lib/people/view'
import { can } from '@/lib/server/context'

export const metadata: Metadata = { title: 'People' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const context = await pageContext((await params).workspace)
  const query = await searchParams
  const view = viewOf({ get: (field) => [query[field]].flat()[0] ?? null })
  const page = await listPeople(context, view)
  return (
    <PeopleView
      workspace={context.workspace.slug}
      zone={context.workspace.timeZone}
      unmasked={can(context, 'people:unmasked')}
      initial={{ view, page: toJson(page) }}
    />
  )
}
