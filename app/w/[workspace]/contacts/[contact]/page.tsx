import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ContactView } from '@/components/contact/contact-view'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { contactPage } from '@/lib/contacts/operations'
import { AppError } from '@/lib/server/errors'

export const metadata: Metadata = { title: 'Contact' }

type Props = {
  params: Promise<{ workspace: string; contact: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ContactRoute({ params, searchParams }: Props) {
  const { workspace, contact } = await params
  const context = await pageContext(workspace)
  const id = decodeURIComponent(contact)
  const [model] = [(await searchParams).model].flat()
  const page = await contactPage(context, { id, model }).catch((error: unknown) => {
    // An id that is none is as little a page as a contact that is not there.
    if (error instanceof AppError && ['not_found', 'invalid'].includes(error.code)) notFound()
    throw error
  })
  return (
    <ContactView
      workspace={context.workspace.slug}
      id={id}
      zone={context.workspace.timeZone}
      model={model}
      initial={toJson(page)}
    />
  )
}
