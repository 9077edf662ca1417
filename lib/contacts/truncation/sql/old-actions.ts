import { z } from 'zod'
import type { PersonRange } from '@/lib/engagement/sql/person-ranges'
import { resolvedRows } from '@/lib/engagement/sql/resolved-rows'
import type { Tagged } from '@/lib/engagement/sql/kill-run'
import { defineCommand, defineQuery } from '@/lib/warehouse/define-query'

const anything = z.record(z.string(), z.unknown())
const everybody = { rangeFrom: '0', rangeTo: String(2n ** 64n - 1n) }

export type Old = { workspace: string; hasMerges: boolean; before: Date }

const isOld = `workspace_id = {workspace:UUID} AND kind = 'action' AND occurred_at < {before:DateTime64(3, 'UTC')}`

/** The months, as 202403, of which something would go; the oldest first. */
export const monthsWithOldActions = defineQuery({
  name: 'months-with-old-actions',
  params: z.object({ workspace: z.uuid(), before: z.date() }),
  row: z.object({ month: z.coerce.number(), actions: z.coerce.number() }),
  sql: `
    SELECT toYYYYMM(occurred_at) AS month, count() AS actions FROM events
    WHERE ${isOld} GROUP BY month ORDER BY month`,
})

const unsubscribedRow = z.object({
  person: z.string(),
  /** Since when the contact is known, in milliseconds. */
  since: z.coerce.number(),
  identity: z.tuple([z.string(), z.string(), z.string()]),
})

/**
 * The contacts of a range who lose actions and whose subscription nobody sent: since when they are known, and by which
 * user id, anonymous id and e-mail their oldest action came.
 *
 * @param subscribedAs names of track events that a model takes for a subscription
 */
export function impliedSubscriptions(
  { workspace, hasMerges, before }: Old,
  subscribedAs: readonly string[],
  { from, to }: PersonRange,
  tagged: Tagged,
) {
  const columns = 'occurred_at, event_id, kind, name, user_id, anonymous_id, email'
  return defineQuery({
    name: 'implied-subscriptions',
    params: anything,
    row: unsubscribedRow,
    sql: `
      SELECT toString(person) AS person, toUnixTimestamp64Milli(min(occurred_at)) AS since,
        argMinIf((user_id, anonymous_id, email), (occurred_at, event_id), kind = 'action') AS identity
      FROM (${resolvedRows({ table: 'events', columns }, hasMerges)})
      GROUP BY person
      HAVING countIf(kind = 'action' AND occurred_at < {before:DateTime64(3, 'UTC')}) > 0
        AND countIf((kind = 'action' AND name = 'subscribed')
          OR (kind = 'track' AND name IN {subscribedAs:Array(String)})) = 0`,
  })({ workspace, before, rangeFrom: from, rangeTo: to, subscribedAs }, tagged)
}

/** The id of everybody's first subscription. */
const firstSubscriptions = (hasMerges: boolean) => `
  SELECT argMin(event_id, (occurred_at, event_id)) FROM (${resolvedRows(
    {
      table: 'events',
      columns: 'occurred_at, event_id',
      where: `kind = 'action' AND name = 'subscribed'`,
    },
    hasMerges,
  )})
  GROUP BY person`

/** What of a month goes: SQL for its condition. */
const ofMonth = (hasMerges: boolean) => `
  toYYYYMM(occurred_at) = {month:UInt32} AND ${isOld} AND event_id NOT IN (${firstSubscriptions(hasMerges)})`

/** Deletes the actions of a month that are old, but for first subscriptions; answers how many there were. */
export async function deleteOldActions(
  { workspace, hasMerges, before }: Old,
  month: number,
  tagged: Tagged,
): Promise<number> {
  const params = { workspace, before, month, ...everybody }
  const condition = ofMonth(hasMerges)
  const [found] = await defineQuery({
    name: 'count-old-actions',
    params: anything,
    row: z.object({ actions: z.coerce.number() }),
    sql: `SELECT count() AS actions FROM events WHERE ${condition}`,
  })(params, tagged)
  if (!found || found.actions === 0) return 0
  await defineCommand({
    name: 'delete-old-actions',
    params: anything,
    sql: `DELETE FROM events WHERE ${condition}`,
  })(params, tagged)
  return found.actions
}
