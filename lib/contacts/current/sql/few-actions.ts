import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { rowsInScope } from '../../sql/fold/rows-in-scope'

const params = z.object({
  workspace: z.uuid(),
  foldPersons: z.array(z.bigint()),
  mapped: z.array(z.string()),
})
const row = z.object({
  person: z.string(),
  id: z.string(),
  at: z.coerce.number(),
  kind: z.enum(['action', 'track']),
  name: z.string(),
  machine: z.boolean(),
  message: z.string(),
  list: z.string(),
  url: z.string(),
})
const since = z.object({ person: z.string(), since: z.coerce.number() })

const scope = { persons: [] }
const at = (instant: string) => `toUnixTimestamp64Milli(${instant})`

/** Two questions about a few people, plain ones where none of them was merged: the engine reads those faster than it plans others. */
const asked = (hasMerges: boolean) => ({
  actions: defineQuery({
    name: 'few-actions',
    params,
    row,
    sql: `
      SELECT toString(person) AS person, event_id AS id, ${at('occurred_at')} AS at, kind, name, machine,
        toString(message_key) AS message, toString(list_key) AS list, toString(url_key) AS url
      FROM (${rowsInScope(
        scope,
        {
          columns: 'event_id, occurred_at, kind, name, machine, message_key, list_key, url_key',
          where: `kind = 'action' OR (kind = 'track' AND name IN {mapped:Array(String)})`,
        },
        hasMerges,
      )})`,
  }),
  since: defineQuery({
    name: 'few-since',
    params,
    row: since,
    sql: `
      SELECT toString(person) AS person, ${at('min(occurred_at)')} AS since
      FROM (${rowsInScope(scope, { columns: 'occurred_at', where: '1' }, hasMerges)})
      GROUP BY person`,
  }),
})

const plain = asked(false)
const merged = asked(true)

/** The questions: whatever may be an action of a few people, told by keys, and since when each is known by any event. */
export const aboutFew = (hasMerges: boolean) => (hasMerges ? merged : plain)

export type FewAction = z.output<typeof row>
