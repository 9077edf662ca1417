import { z } from 'zod'
import { holdsEmail } from './holds-email'
import { type SearchScope, matchingPeople } from './matching-people'
import { merges } from './merges'

/** What shapes the SQL of a listing; everything else is bound. */
export type Listing = {
  /** Is there a snapshot to read scores of? */
  scored: boolean
  search: SearchScope | null
}

export const listingParams = z.object({
  workspace: z.uuid(),
  /** The snapshot's run. */
  run: z.uuid().optional(),
  /** Who was seen or merged since then, the run may not have known. */
  since: z.date(),
  tier: z.string(),
  stage: z.string(),
  state: z.string(),
  account: z.string(),
  /** Does the asker see e-mails? */
  unmasked: z.boolean(),
  search: z.string(),
  /** The search as it stands inside a JSON text. */
  searchJson: z.string(),
})
export type ListingParams = z.input<typeof listingParams>

const ofRun = 'workspace_id = {workspace:UUID} AND run_id = {run:UUID}'
const moved = merges(`updated_at >= {since:DateTime64(3, 'UTC')}`)

const mayAskAccount = `({unmasked:Bool} OR NOT ${holdsEmail('{account:String}')})`
const filters = `
  ({tier:String} = '' OR tier = {tier:String})
  AND ({stage:String} = '' OR stage = {stage:String})
  AND ({state:String} = '' OR toString(state) = {state:String})
  AND ({account:String} = '' OR (account_id = {account:String} AND ${mayAskAccount}))`

const columns = 'state, tier, stage, raw, score, last_activity, account_id'

/** The run's people who are still who they were. */
const settled = (search: string) => `
  SELECT person_id AS person, raw, score, last_activity FROM scores
  WHERE ${ofRun} AND ${filters} AND person_id NOT IN (SELECT from_id FROM (${moved})) ${search}`

/** Those merged since into somebody the run did not know: one row each, under the new id. */
const renamed = (search: string) => `
  SELECT person, raw, score, last_activity FROM (
    SELECT merge.target AS person, person_id AS row_id, ${columns} FROM scores
    INNER JOIN (${moved}) AS merge ON merge.from_id = person_id
    WHERE ${ofRun} AND person_id IN (SELECT from_id FROM (${moved})) AND merge.target NOT IN (
      SELECT person_id FROM scores WHERE ${ofRun} AND person_id IN (SELECT target FROM (${moved})))
    ORDER BY row_id LIMIT 1 BY person
  )
  WHERE ${filters} ${search}`

/** Those taken out of somebody since: from then on people of their own, however long they were seen. */
const apart = `
  SELECT from_id FROM person_overrides
  WHERE workspace_id = {workspace:UUID} AND updated_at >= {since:DateTime64(3, 'UTC')}
  GROUP BY from_id HAVING argMax(to_id, updated_at) = from_id`

/** Whom the run may not have known by an id of their own. */
const newSince = `(first_seen >= {since:DateTime64(3, 'UTC')} OR person_id IN (${apart}))`
const newIds = `SELECT person_id FROM identities WHERE workspace_id = {workspace:UUID} AND ${newSince}`

/** People the run did not know, and without a run everybody. */
const unscored = ({ scored }: Listing, search: string) => `
  SELECT DISTINCT person_id AS person,
    CAST(NULL, 'Nullable(Float64)') AS raw, CAST(NULL, 'Nullable(Float64)') AS score,
    CAST(NULL, 'Nullable(DateTime64(3, \\'UTC\\'))') AS last_activity
  FROM identities
  WHERE workspace_id = {workspace:UUID} AND ${newSince}
    AND {tier:String} = '' AND {stage:String} = '' AND {state:String} IN ('', 'not-scored')
    AND person_id NOT IN (SELECT from_id FROM (${merges(`from_id IN (${newIds})`)}))
    ${
      scored
        ? `AND person_id NOT IN (SELECT person_id FROM scores WHERE ${ofRun} AND person_id IN (${newIds}))
           AND person_id NOT IN (
             SELECT target FROM (${moved}) WHERE from_id IN (
               SELECT person_id FROM scores WHERE ${ofRun} AND person_id IN (SELECT from_id FROM (${moved}))))`
        : ''
    }
    AND ({account:String} = '' OR (${mayAskAccount} AND person_id IN (
      SELECT person_id FROM person_accounts
      WHERE workspace_id = {workspace:UUID} AND account_id = {account:String})))
    ${search}`

/**
 * SQL for everybody a listing is about, once each: `person`, the id after merges, and what it is sorted by. A person merged since the run appears under the new id only.
 */
export function listedPeople(listing: Listing): string {
  const search = listing.search ? `AND person IN (${matchingPeople(listing.search)})` : ''
  if (!listing.scored) return unscored(listing, search)
  return [settled(search), renamed(search), unscored(listing, search)].join('\n  UNION ALL\n')
}
