import { z } from 'zod'
import { eventKinds } from '@/lib/ingest/canonical-event'
import { merges } from '@/lib/people/sql/merges'
import { defineQuery } from '@/lib/warehouse/define-query'

/** Kinds that say who somebody is, not what somebody did or received. */
export const identityKinds: readonly string[] = ['identify', 'group', 'alias']

const ways = {
  exact: {
    rows: `
      SELECT kind, name, occurred_at, if(merge.from_id = 0, person_id, merge.target) AS person
      FROM events LEFT JOIN (${merges()}) AS merge ON merge.from_id = person_id
      WHERE workspace_id = {workspace:UUID}`,
    people: 'uniqExact',
    precision: '',
  },
  estimate: {
    rows: 'SELECT kind, name, occurred_at, person_id AS person FROM events WHERE workspace_id = {workspace:UUID}',
    people: 'uniqCombined',
    precision: '(14)',
  },
}

/**
 * Every name with its volume, people and span, the most people first, and in each row `allPeople`, those of all names
 * together without the identity kinds. Exactly and after merges; or people estimated (standard error 0.8 %) and before.
 */
export const eventNames = (way: keyof typeof ways) => {
  const { rows, people, precision } = ways[way]
  const notIdentity = `kind NOT IN (${identityKinds.map((kind) => `'${kind}'`).join(', ')})`
  return defineQuery({
    name: `event-names-${way}`,
    params: z.object({ workspace: z.uuid() }),
    row: z.object({
      kind: z.enum(eventKinds),
      name: z.string(),
      volume: z.coerce.number(),
      people: z.coerce.number(),
      firstSeen: z.coerce.date(),
      lastSeen: z.coerce.date(),
      allPeople: z.coerce.number(),
    }),
    sql: `
      SELECT kind, name, volume, finalizeAggregation(who) AS people, firstSeen, lastSeen,
        ${people}IfMergeIf${precision}(who, ${notIdentity}) OVER () AS allPeople
      FROM (
        SELECT kind, name, count() AS volume, min(occurred_at) AS firstSeen, max(occurred_at) AS lastSeen,
          ${people}IfState${precision}(person, person != 0) AS who
        FROM (${rows})
        GROUP BY kind, name
      )
      ORDER BY people DESC, volume DESC, name`,
  })
}
