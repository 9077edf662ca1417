import type { ContactRow } from '@/lib/contacts/client'
import { plural } from '@/lib/format/plural'

/** What speaks against mail to a contact: "unsubscribed, 2 bounces, 1 complaint"; null where nothing does. */
export function warningsOf({
  unsubscribed,
  bounces,
  complaints,
}: Pick<ContactRow, 'unsubscribed' | 'bounces' | 'complaints'>): string | null {
  const said = [
    unsubscribed && 'unsubscribed',
    bounces > 0 && plural(bounces, 'bounce'),
    complaints > 0 && plural(complaints, 'complaint'),
  ].filter(Boolean)
  return said.length > 0 ? said.join(', ') : null
}
