import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

const params = z.object({ workspace: z.uuid(), ids: z.array(z.bigint()) })
const named = '(c.from_id IN {ids:Array(UInt64)} OR c.to_id IN {ids:Array(UInt64)})'

/** Everything that was claimed of these ids, or with them: as `StoredClaim` of `lib/ingest`. */
export const identityClaims = defineQuery({
  name: 'identity-claims',
  params,
  row: z.object({
    kind: z.enum(['anonymous', 'email', 'alias', 'separate', 'own']),
    from: z.string(),
    to: z.string(),
    claimedAt: z.coerce.date().transform((at) => at.getTime()),
  }),
  sql: `
    SELECT toString(c.kind) AS kind, toString(c.from_id) AS from, toString(c.to_id) AS to, min(c.claimed_at) AS claimedAt
    FROM identity_claims AS c WHERE c.workspace_id = {workspace:UUID} AND ${named}
    GROUP BY c.kind, c.from_id, c.to_id
    UNION ALL
    SELECT DISTINCT toString(c.kind), toString(c.from_id), toString(c.to_id), c.changed_at
    FROM identity_changes AS c WHERE c.workspace_id = {workspace:UUID} AND ${named}`,
})

/** What ids are of, and when an event first carried them; oldest first. No row for one that no event carried. */
export const namesOfIds = defineQuery({
  name: 'names-of-ids',
  params,
  row: z.object({ id: z.string(), identity: z.string(), firstSeen: z.coerce.date() }),
  sql: `
    SELECT toString(person_id) AS id, identity, min(first_seen) AS firstSeen FROM identities
    WHERE workspace_id = {workspace:UUID} AND person_id IN {ids:Array(UInt64)}
    GROUP BY person_id, identity ORDER BY firstSeen, identity`,
})
