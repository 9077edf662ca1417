import { z } from 'zod'
import { holdsEmail } from './holds-email'
import { type SearchScope, matchingPeople } from './matching-people'
import { merges } from './merges'

/** What shapes the SQL of a listing; everything else is bound. */
export type Listing = {
  /** Is there a snapshot to read scores of? */
  scored: boolean
  /** Everybody; the few that were found before, bound as `found`; or whoever matches. */
  search: null | 'found' | SearchScope
}

export const listingParams = z.object({
  workspace: z.uuid(),
  /** The snapshot's run. */
  run: z.uuid().optional(),
  /** Who was seen, merged or taken apart since then, the run may not have known. */
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
  /** Ids of people, after merges and before. */
  found: z.array(z.bigint()),
})
export type ListingParams = z.input<typeof listingParams>

/**
 * Goes at the end of every question with a listing in it. A set of a million ids is in every granule of a table: to look
 * it up in the index takes many times as long as to read the table.
 */
export const listingSettings = 'SETTINGS use_index_for_in_with_subqueries_max_values = 10000'

const ofWorkspace = 'workspace_id = {workspace:UUID}'
const ofRun = `${ofWorkspace} AND run_id = {run:UUID}`
const since = `{since:DateTime64(3, 'UTC')}`
const moved = merges(`updated_at >= ${since}`)

const mayAskAccount = `({unmasked:Bool} OR NOT ${holdsEmail('{account:String}')})`
const inAccount = `person IN (
  SELECT person_id FROM person_accounts WHERE ${ofWorkspace} AND account_id = {account:String})`

/** What is asked of tier, stage, state and account. @param ofTheAccount SQL for: is this one of the account? */
const filters = (ofTheAccount: string) => `
  ({tier:String} = '' OR tier = {tier:String})
  AND ({stage:String} = '' OR stage = {stage:String})
  AND ({state:String} = '' OR toString(state) = {state:String})
  AND ({account:String} = '' OR (${mayAskAccount} AND ${ofTheAccount}))`

/** What a run says of a person. */
const columns = 'tier, stage, raw, score, last_activity, account_id'

/** The same of somebody whom it did not know. */
const unknown = `
  '' AS tier, '' AS stage, CAST(NULL, 'Nullable(Float64)') AS raw, CAST(NULL, 'Nullable(Float64)') AS score,
  CAST(NULL, 'Nullable(DateTime64(3, \\'UTC\\'))') AS last_activity, '' AS account_id`

/** The run's people who are still who they were: `person`, `state` and what it says of them. */
export const settledPeople = `
  SELECT person_id AS person, state, ${columns} FROM scores
  WHERE ${ofRun} AND ${filters('account_id = {account:String}')}
    AND person_id NOT IN (SELECT from_id FROM (${moved}))`

/** Ids seen for the first time since, and those taken out of somebody: from then on people of their own. */
const newIds = `
  SELECT DISTINCT person_id AS id FROM identities
  WHERE ${ofWorkspace} AND (first_seen >= ${since} OR person_id IN (
    SELECT from_id FROM person_overrides WHERE ${ofWorkspace} AND updated_at >= ${since}
    GROUP BY from_id HAVING argMax(to_id, updated_at) = from_id))`

/**
 * Whom the run did not know under the id they have now, once each: `person`, `known`, `state` and the columns of a run.
 * Who was merged since into somebody it did not know has the row of the first id that it did; of the others it says
 * nothing. Who has a row of their own is settled.
 */
const newPeople = `
  SELECT person, known, state, ${columns} FROM (
    SELECT if(moves.target = 0, changed.id, moves.target) AS person, changed.id AS id, known, state, ${columns}
    FROM (
      SELECT person_id AS id, true AS known, toString(state) AS state, ${columns}
      FROM scores WHERE ${ofRun} AND person_id IN (
        SELECT id FROM (${newIds}) UNION ALL SELECT arrayJoin([from_id, target]) FROM (${moved}))
      UNION ALL
      SELECT id, false AS known, 'not-scored' AS state, ${unknown} FROM (${newIds})
    ) AS changed
    LEFT JOIN (${merges(`updated_at >= ${since} OR from_id IN (${newIds})`)}) AS moves
      ON moves.from_id = changed.id
    ORDER BY person, known DESC, id = person DESC, id
    LIMIT 1 BY person
  )
  WHERE known != (id = person)`

const everybody = `
  SELECT DISTINCT person_id AS person, false AS known, 'not-scored' AS state, ${unknown} FROM identities
  WHERE ${ofWorkspace} AND person_id NOT IN (SELECT from_id FROM (${merges()}))`

/** Everybody else of a listing, as `newPeople`. */
export const otherPeople = ({ scored }: Pick<Listing, 'scored'>) => `
  SELECT * FROM (${scored ? newPeople : everybody})
  WHERE ${filters(`if(known, account_id = {account:String}, ${inAccount})`)}`

/** SQL for: this person is listed. The text is looked for once, as one that many match is dear to look for. */
const isFound = ({ search }: Listing) => {
  if (search === null) return '1'
  return `person IN ${search === 'found' ? '{found:Array(UInt64)}' : `(${matchingPeople(search)})`}`
}

/**
 * SQL for everybody a listing is about, once each: `person`, the id after merges, and `number`, null where the run did not
 * know them. A person merged since the run appears under the new id only.
 * @param number SQL of our own of the columns that a run has of a person
 */
export function listedPeople(listing: Listing, number = '0'): string {
  const parts = [...(listing.scored ? [settledPeople] : []), otherPeople(listing)]
  const numbered = parts.map(
    (part) => `SELECT person, CAST(${number}, 'Nullable(Float64)') AS number FROM (${part})`,
  )
  return `SELECT person, number FROM (${numbered.join('\n  UNION ALL\n')}) WHERE ${isFound(listing)}`
}
