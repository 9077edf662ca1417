import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import type { StoredClaim } from './resolve-identities'

const params = z.object({ workspaceId: z.uuid(), ids: z.array(z.bigint()) })

const milliseconds = z.iso.datetime().transform((text) => Date.parse(text))

const claim = z
  .object({
    kind: z.enum(['anonymous', 'email', 'alias']),
    from_id: z.string(),
    to_id: z.string(),
    at: milliseconds,
  })
  .transform(({ kind, from_id, to_id, at }): StoredClaim => ({
    kind,
    from: from_id,
    to: to_id,
    claimedAt: at,
  }))

const claims = (name: string, where: string) =>
  defineQuery({
    name,
    params,
    row: claim,
    sql: `
      SELECT kind, toString(from_id) AS from_id, toString(to_id) AS to_id, min(claimed_at) AS at
      FROM identity_claims
      WHERE workspace_id = {workspaceId:UUID} AND ${where}
      GROUP BY identity_claims.kind, identity_claims.from_id, identity_claims.to_id`,
  })

/** What was claimed of these ids. */
export const claimsOfIds = claims(
  'claims-of-ids',
  `kind IN ('anonymous', 'email') AND identity_claims.from_id IN {ids:Array(UInt64)}`,
)

/** What anonymous ids and e-mails these ids were claimed to have. */
export const claimsOnIds = claims(
  'claims-on-ids',
  `kind IN ('anonymous', 'email') AND identity_claims.to_id IN {ids:Array(UInt64)}`,
)

/** The aliases that name one of these ids. */
export const aliasesOfIds = claims(
  'aliases-of-ids',
  `kind = 'alias' AND (identity_claims.from_id IN {ids:Array(UInt64)} OR identity_claims.to_id IN {ids:Array(UInt64)})`,
)

/** When the first event that carried the identity was received. */
export const firstSeenOfIds = defineQuery({
  name: 'first-seen-of-ids',
  params,
  row: z.object({ id: z.string(), at: milliseconds }),
  sql: `
    SELECT toString(person_id) AS id, min(first_seen) AS at
    FROM identities
    WHERE workspace_id = {workspaceId:UUID} AND person_id IN {ids:Array(UInt64)}
    GROUP BY person_id`,
})

/** What these ids are counted as now, with the time of the last change. */
export const overridesOfIds = defineQuery({
  name: 'overrides-of-ids',
  params,
  row: z.object({ id: z.string(), target: z.string(), at: milliseconds }),
  sql: `
    SELECT toString(from_id) AS id, toString(argMax(to_id, updated_at)) AS target, max(updated_at) AS at
    FROM person_overrides
    WHERE workspace_id = {workspaceId:UUID} AND from_id IN {ids:Array(UInt64)}
    GROUP BY from_id`,
})
