import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { eventKindSchema } from '../schema'

/** Every name of event a workspace has seen: how often, by how many people (after merges), since and until when. */
export const eventNames = defineQuery({
  name: 'event-names',
  params: z.object({ workspace: z.uuid() }),
  row: z.object({
    kind: eventKindSchema,
    name: z.string(),
    volume: z.coerce.number(),
    people: z.coerce.number(),
    firstSeen: z.coerce.date(),
    lastSeen: z.coerce.date(),
  }),
  sql: `
    WITH merges AS (
      SELECT from_id, to_id FROM person_overrides FINAL
      WHERE workspace_id = {workspace:UUID} AND from_id != to_id
    )
    SELECT kind, name, sum(volume) AS volume, uniqExact(person) AS people,
      min(firstSeen) AS firstSeen, max(lastSeen) AS lastSeen
    FROM (
      SELECT kind, name, person_id, count() AS volume, min(occurred_at) AS firstSeen, max(occurred_at) AS lastSeen,
        if(person_id IN (SELECT from_id FROM merges), merge.to_id, person_id) AS person
      FROM events LEFT ANY JOIN merges AS merge ON merge.from_id = person_id
      WHERE workspace_id = {workspace:UUID}
      GROUP BY kind, name, person_id, person
    )
    GROUP BY kind, name
    ORDER BY people DESC, volume DESC, name`,
})

/** Which properties events of each name have carried. */
export const eventProperties = defineQuery({
  name: 'event-properties',
  params: z.object({ workspace: z.uuid() }),
  row: z.object({ kind: eventKindSchema, name: z.string(), properties: z.array(z.string()) }),
  sql: `
    SELECT kind, name, arraySort(groupUniqArray(200)(property)) AS properties
    FROM event_properties
    WHERE workspace_id = {workspace:UUID}
    GROUP BY kind, name`,
})
