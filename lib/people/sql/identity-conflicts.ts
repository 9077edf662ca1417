import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { merges } from './merges'

const row = z.object({
  kind: z.enum(['email', 'anonymous']),
  id: z.string(),
  identity: z.string(),
  /** Internal ids of people, after merges, first claim first. */
  claimedBy: z.array(z.string()),
  since: z.coerce.date(),
})

const claimed = `workspace_id = {workspace:UUID} AND kind IN ('anonymous', 'email')`

/**
 * E-mails that several people claim and that belong to none of them, and anonymous ids of the first of several
 * people: those with another owner, or none, were decided by hand.
 */
const conflicts = (which: string) => {
  const shared = `
    SELECT from_id FROM identity_claims WHERE ${claimed} AND (${which})
    GROUP BY from_id HAVING min(to_id) != max(to_id)`
  const claims = `
    SELECT kind, from_id, to_id, min(claimed_at) AS at FROM identity_claims
    WHERE ${claimed} AND from_id IN (${shared})
    GROUP BY identity_claims.kind, identity_claims.from_id, identity_claims.to_id`
  const owners = merges(`from_id IN (SELECT from_id FROM (${claims}))`)
  const people = merges(`from_id IN (SELECT to_id FROM (${claims}))`)
  return `
    SELECT toString(claim.kind) AS kind, toString(claim.id) AS id, known.identity AS identity,
      arrayMap(x -> toString(x.2), claim.claims) AS claimedBy, claim.claims[2].1 AS since
    FROM (
      SELECT kind, id, arraySort(groupArray((at, person))) AS claims
      FROM (
        SELECT one.kind AS kind, one.from_id AS id, if(moved.from_id = 0, one.to_id, moved.target) AS person,
          min(one.at) AS at
        FROM (${claims}) AS one
        LEFT JOIN (${people}) AS moved ON moved.from_id = one.to_id
        GROUP BY kind, id, person
      )
      GROUP BY kind, id
      HAVING count() > 1
    ) AS claim
    LEFT JOIN (${owners}) AS owner ON owner.from_id = claim.id
    INNER JOIN (
      SELECT DISTINCT person_id, identity FROM identities
      WHERE workspace_id = {workspace:UUID} AND person_id IN (${shared})
    ) AS known ON known.person_id = claim.id
    WHERE owner.target = if(claim.kind = 'email', 0, claim.claims[1].2)`
}

/** One page, newest first. */
export const listedConflicts = defineQuery({
  name: 'listed-conflicts',
  params: z.object({
    workspace: z.uuid(),
    /** Where the page before ended. */
    before: z.date(),
    beforeId: z.bigint(),
    limit: z.int(),
  }),
  row,
  sql: `
    SELECT * FROM (${conflicts('1')})
    WHERE (since, toUInt64(id)) < ({before:DateTime64(3, 'UTC')}, {beforeId:UInt64})
    ORDER BY since DESC, toUInt64(id) DESC LIMIT {limit:UInt32}`,
})

/** Those about these anonymous ids and e-mails. */
export const conflictsOfIds = defineQuery({
  name: 'conflicts-of-ids',
  params: z.object({ workspace: z.uuid(), ids: z.array(z.bigint()) }),
  row,
  sql: `SELECT * FROM (${conflicts('from_id IN {ids:Array(UInt64)}')}) ORDER BY since DESC, toUInt64(id) DESC`,
})

export type ConflictRow = z.output<typeof row>
