import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ContactsListView } from '@/components/contacts/contacts-list-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { listContacts } from '@/lib/contacts/operations'
import { viewOf } from '@/lib/contacts/view'
import { can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'

export const metadata: Metadata = { title: 'All contacts' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ContactsListPage({ params, searchParams }: Props) {
  const context = await pageContext((await params).workspace)
  const query = await searchParams
  const asked = [query.model].flat()[0]
  const view = viewOf({ get: (field) => [query[field]].flat()[0] ?? null })
  const page = await listContacts(context, { ...view, model: asked }).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'rebuilding') return null
    // Without a model the page above says how to make one.
    if (!asked) redirect(`/w/${context.workspace.slug}/contacts`)
    notFound()
  })
  return (
    <ContactsListView
      workspace={context.workspace.slug}
      zone={context.workspace.timeZone}
      asked={asked}
      unmasked={can(context, 'people:unmasked')}
      mayScore={can(context, 'runs:write')}
      initial={page && { view, page: toJson(page) }}
    />
  )
}
