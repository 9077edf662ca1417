import { z } from 'zod'
import { defineQuery } from '@/lib/warehouse/define-query'
import { rowsInScope } from '../../sql/fold/rows-in-scope'

/** (id, at, kind, name, machine, keys of message, list and link: 0 for none). */
const action = z.tuple([
  z.string(),
  z.coerce.number(),
  z.enum(['action', 'track']),
  z.string(),
  z.boolean(),
  z.string(),
  z.string(),
  z.string(),
])

const at = (instant: string) => `toUnixTimestamp64Milli(${instant})`
const columns = 'event_id, occurred_at, kind, name, machine, message_key, list_key, url_key'

const asked = (hasMerges: boolean) =>
  defineQuery({
    name: 'few-actions',
    params: z.object({
      workspace: z.uuid(),
      foldPersons: z.array(z.bigint()),
      mapped: z.array(z.string()),
    }),
    row: z.object({ person: z.string(), since: z.coerce.number(), actions: z.array(action) }),
    sql: `
      SELECT toString(person) AS person, ${at('min(occurred_at)')} AS since,
        groupArrayIf(
          (event_id, ${at('occurred_at')}, toString(kind), toString(name), machine, toString(message_key),
            toString(list_key), toString(url_key)),
          kind = 'action' OR (kind = 'track' AND name IN {mapped:Array(String)})) AS actions
      FROM (${rowsInScope({ persons: [] }, { columns, where: '1' }, hasMerges)})
      GROUP BY person`,
  })

const plain = asked(false)
const merged = asked(true)

/**
 * Of a few people whatever may be an action, in any order, and since when they are known by any event. Where nobody was
 * merged into one of them the question is a plain one: the engine answers that faster than it plans the other.
 */
export const fewActions = (hasMerges: boolean) => (hasMerges ? merged : plain)

export type FewAction = z.output<typeof action>
