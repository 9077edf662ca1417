import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import type { StoredClaim } from './resolve-identities'

const params = z.object({ workspaceId: z.uuid(), ids: z.array(z.bigint()) })

const milliseconds = z.iso.datetime().transform((text) => Date.parse(text))

const claim = z
  .object({
    kind: z.enum(['anonymous', 'email', 'alias', 'separate', 'own']),
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

const claims = (name: string, kinds: { first: string; later: string }, where: string) =>
  defineQuery({
    name,
    params,
    row: claim,
    sql: `
      SELECT toString(kind) AS kind, toString(from_id) AS from_id, toString(to_id) AS to_id, min(claimed_at) AS at
      FROM identity_claims AS c
      WHERE workspace_id = {workspaceId:UUID} AND c.kind IN (${kinds.first}) AND (${where})
      GROUP BY c.kind, c.from_id, c.to_id
      UNION ALL
      SELECT DISTINCT toString(kind) AS kind, toString(from_id) AS from_id, toString(to_id) AS to_id, changed_at AS at
      FROM identity_changes AS c
      WHERE workspace_id = {workspaceId:UUID} AND c.kind IN (${kinds.later}) AND (${where})`,
  })

/** Whose anonymous ids and e-mails are. */
const owning = { first: `'anonymous', 'email'`, later: `'own'` }

/** What was claimed of these ids, and whom they were given to or taken from by hand. */
export const claimsOfIds = claims(
  'claims-of-ids',
  { ...owning, later: `'own', 'separate'` },
  'c.from_id IN {ids:Array(UInt64)}',
)

/** What anonymous ids and e-mails these ids were claimed to have. */
export const claimsOnIds = claims('claims-on-ids', owning, 'c.to_id IN {ids:Array(UInt64)}')

/** The aliases and separations that name one of these ids. */
export const aliasesOfIds = claims(
  'aliases-of-ids',
  { first: `'alias'`, later: `'alias', 'separate'` },
  'c.from_id IN {ids:Array(UInt64)} OR c.to_id IN {ids:Array(UInt64)}',
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

/** The identities behind ids; no row for an id no event ever carried. */
export const identitiesOfIds = defineQuery({
  name: 'identities-of-ids',
  params,
  row: z.object({ id: z.string(), identity: z.string() }),
  sql: `
    SELECT DISTINCT toString(person_id) AS id, identity FROM identities
    WHERE workspace_id = {workspaceId:UUID} AND person_id IN {ids:Array(UInt64)}`,
})
