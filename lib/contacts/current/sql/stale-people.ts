import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'

const since = `{since:DateTime64(3, 'UTC')}`

/**
 * Ids of whom an action came in since, and of who was moved between people since or may have lost somebody by it; at
 * most `limit`. `anyKind`: of whom anything came in.
 */
export const staleIds = defineQuery({
  name: 'stale-contacts',
  params: z.object({
    workspace: z.uuid(),
    since: z.date(),
    mapped: z.array(z.string()),
    anyKind: z.boolean(),
    limit: z.int(),
  }),
  row: z.object({ id: z.string() }),
  sql: `
    WITH moved AS (
      SELECT from_id, to_id FROM person_overrides FINAL
      WHERE workspace_id = {workspace:UUID} AND updated_at >= ${since}
    )
    SELECT DISTINCT toString(id) AS id FROM (
      SELECT person_id AS id FROM events
      WHERE workspace_id = {workspace:UUID} AND received_at >= ${since} AND person_id != 0
        AND ({anyKind:Bool} OR kind = 'action' OR (kind = 'track' AND name IN {mapped:Array(String)}))
      UNION ALL SELECT from_id FROM moved
      UNION ALL SELECT to_id FROM moved
      UNION ALL
      SELECT to_id FROM identity_claims
      WHERE workspace_id = {workspace:UUID} AND from_id IN (SELECT from_id FROM moved)
    )
    LIMIT {limit:UInt64}`,
})

/** Whether somebody was taken apart or given to somebody since: whom that concerns the changes do not tell. */
export const wereIdentitiesChanged = defineQuery({
  name: 'identities-changed-since',
  params: z.object({ workspace: z.uuid(), since: z.date() }),
  row: z.object({ changed: z.boolean() }),
  sql: `
    SELECT (count() > 0)::Bool AS changed FROM identity_changes
    WHERE workspace_id = {workspace:UUID} AND changed_at >= ${since}`,
})

/** Of these ids the newest action that came in since. */
export const causesSince = defineQuery({
  name: 'actions-since',
  params: z.object({
    workspace: z.uuid(),
    since: z.date(),
    mapped: z.array(z.string()),
    ids: z.array(z.bigint()),
  }),
  row: z.object({
    id: z.string(),
    kind: z.string(),
    name: z.string(),
    eventId: z.string(),
    at: z.coerce.number().transform((ms) => new Date(ms)),
  }),
  sql: `
    SELECT toString(person_id) AS id, toString(last.1) AS kind, last.2 AS name, last.3 AS eventId,
      toUnixTimestamp64Milli(last.4) AS at
    FROM (
      SELECT person_id, argMax((kind, name, event_id, occurred_at), (occurred_at, event_id)) AS last
      FROM events
      WHERE workspace_id = {workspace:UUID} AND person_id IN {ids:Array(UInt64)} AND received_at >= ${since}
        AND (kind = 'action' OR (kind = 'track' AND name IN {mapped:Array(String)}))
      GROUP BY person_id
    )`,
})
