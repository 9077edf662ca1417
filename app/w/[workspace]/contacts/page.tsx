import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ContactsView } from '@/components/contacts/contacts-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { contactsOverview } from '@/lib/contacts/operations'
import { can } from '@/lib/server/context'
import { env } from '@/lib/server/env'
import { AppError } from '@/lib/server/errors'

export const metadata: Metadata = { title: 'Contacts' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ContactsPage({ params, searchParams }: Props) {
  const context = await pageContext((await params).workspace)
  const asked = [(await searchParams).model].flat()[0]
  const overview = await contactsOverview(context, { model: asked }).catch((error: unknown) => {
    if (asked && error instanceof AppError) notFound()
    throw error
  })
  return (
    <ContactsView
      workspace={context.workspace.slug}
      zone={context.workspace.timeZone}
      asked={asked}
      origin={env().GRAVITAS_ORIGIN}
      now={context.now.toISOString()}
      mayWriteModels={can(context, 'models:write')}
      mayScore={can(context, 'runs:write')}
      mayExport={can(context, 'people:unmasked')}
      maySources={can(context, 'sources:read')}
      initial={toJson(overview)}
    />
  )
}
