import { hidden } from './mask-emails'

/** The page of a person; null where the id is masked, as it then names nobody. */
export const personHref = (workspace: string, personId: string): string | null =>
  personId.includes(hidden) ? null : `/w/${workspace}/people/${encodeURIComponent(personId)}`
