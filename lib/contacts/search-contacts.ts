import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { countedAs, someMatching } from '@/lib/people/sql/matching-people'
import type { Listing, ListingParams } from './sql/listing'

/** Up to so many ids that match a search are passed on; of more the questions find them themselves. */
const FEW = 2000

type Search = {
  search: Listing['search']
  bound: Pick<ListingParams, 'search' | 'searchJson' | 'found'>
}

/**
 * How a listing finds whom a text means: part of an e-mail, an id or a name. For those who see no e-mails nothing that is
 * hidden from them is searched.
 */
export async function searchContacts(
  workspace: WorkspaceId,
  text: string,
  unmasked: boolean,
): Promise<Search> {
  const bound = { search: text, searchJson: JSON.stringify(text).slice(1, -1), found: [] }
  if (text === '') return { search: null, bound }
  const scope = unmasked ? 'everything' : 'ids'
  const rows = await someMatching(scope)({ workspace, ...bound, limit: FEW + 1 })
  if (rows.length > FEW) return { search: scope, bound }
  const ids = rows.map(({ id }) => BigInt(id))
  const people = ids.length > 0 ? await countedAs({ workspace, ids }) : []
  return {
    search: 'found',
    bound: { ...bound, found: [...ids, ...people.map(({ person }) => BigInt(person))] },
  }
}
