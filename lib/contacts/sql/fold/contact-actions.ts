import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { rowsInScope } from './rows-in-scope'

const params = z.object({ workspace: z.uuid(), foldPersons: z.array(z.bigint()) })
const scope = { persons: [] }
const at = (instant: string) => `toUnixTimestamp64Milli(${instant})`

const askActions = (hasMerges: boolean) =>
  defineQuery({
    name: 'contact-actions',
    params: params.extend({ mapped: z.array(z.string()) }),
    row: z.object({
      person: z.string(),
      id: z.string(),
      at: z.coerce.number(),
      kind: z.enum(['action', 'track']),
      name: z.string(),
      properties: z.string(),
      machine: z.boolean(),
      ofMessage: z.boolean(),
      toList: z.boolean(),
      hasLink: z.boolean(),
    }),
    sql: `
    SELECT toString(person) AS person, event_id AS id, ${at('occurred_at')} AS at, kind, name, properties, machine,
      toBool(message_key != 0) AS ofMessage, toBool(list_key != 0) AS toList, toBool(url_key != 0) AS hasLink
    FROM (${rowsInScope(
      scope,
      {
        columns: 'event_id, occurred_at, kind, name, properties, machine, message_key, list_key, url_key',
        where: `kind = 'action' OR (kind = 'track' AND name IN {mapped:Array(String)})`,
      },
      hasMerges,
    )})
    ORDER BY person, occurred_at, event_id`,
  })

const askSince = (hasMerges: boolean) =>
  defineQuery({
    name: 'known-since',
    params,
    row: z.object({ person: z.string(), since: z.coerce.number() }),
    sql: `
    SELECT toString(person) AS person, ${at('min(occurred_at)')} AS since
    FROM (${rowsInScope(scope, { columns: 'occurred_at', where: '1' }, hasMerges)})
    GROUP BY person`,
  })

const about = (hasMerges: boolean) => ({ actions: askActions(hasMerges), since: askSince(hasMerges) })
const plain = about(false)
const merged = about(true)

/**
 * What is asked of people, ids after merges: whatever may be an action, oldest first by (at, id), with which of its ids
 * count; and since when they are known by an event of whatever kind. Where nobody was merged into one of them the
 * questions are plain ones, which are answered faster than the others are planned.
 */
export const aboutContacts = (hasMerges: boolean) => (hasMerges ? merged : plain)
