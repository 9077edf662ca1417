import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PersonView } from '@/components/person/person-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { getContact } from '@/lib/contacts/operations'
import { personPage } from '@/lib/people/person-page'
import { can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'

export const metadata: Metadata = { title: 'Person' }

type Props = {
  params: Promise<{ workspace: string; person: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const isMissing = (error: unknown) => error instanceof AppError && error.code === 'not_found'

export default async function PersonRoute({ params, searchParams }: Props) {
  const { workspace, person } = await params
  const context = await pageContext(workspace)
  const query = await searchParams
  const id = decodeURIComponent(person)
  const [page, contact] = await Promise.all([
    personPage(context, id, [query.since].flat()[0]).catch((error: unknown) => {
      if (isMissing(error)) notFound()
      throw error
    }),
    // Most people get no mail, and no model may rate those who do.
    getContact(context, { id }).catch((error: unknown) => {
      if (isMissing(error)) return null
      throw error
    }),
  ])
  return (
    <PersonView
      workspace={context.workspace.slug}
      id={id}
      zone={context.workspace.timeZone}
      mayMerge={can(context, 'people:merge')}
      contactStars={contact?.stars ?? null}
      initial={toJson(page)}
    />
  )
}
