import Link from 'next/link'
import { contactHref } from '@/lib/contacts/contact-href'

type Props = {
  workspace: string
  contact: { personId: string; email: string | null; name: string | null }
}

/** E-mail or id, a link to the contact’s page; a masked id leads nowhere. */
export function ContactLink({ workspace, contact: { personId, email, name } }: Props) {
  const said = email ?? personId
  const id = personId === said || personId === `email:${email}` ? null : personId
  const title = [name, said, id].filter(Boolean).join(' · ')
  const href = contactHref(workspace, personId)
  if (!href) return <span title={title}>{said}</span>
  return (
    <Link href={href} title={title} prefetch={false} className="link">
      {said}
    </Link>
  )
}
