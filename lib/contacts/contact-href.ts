import { hidden } from '@/lib/people/mask-emails'

/** The page of a contact by public id; null where the id is masked, as it then names nobody. */
export const contactHref = (workspace: string, personId: string): string | null =>
  personId.includes(hidden) ? null : `/w/${workspace}/contacts/${encodeURIComponent(personId)}`
