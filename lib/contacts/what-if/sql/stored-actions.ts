import { z } from 'zod'
import type { PersonRange } from '@/lib/engagement/sql/person-ranges'
import { resolvedRows } from '@/lib/engagement/sql/resolved-rows'
import { sentActions } from '@/lib/scoring/contacts/grammar/action-names'
import { boundInstants } from '@/lib/warehouse/bound-instants'
import { comment, warehouse } from '@/lib/warehouse/client'
import { defineQuery } from '@/lib/warehouse/define-query'
import { type BinaryColumn, readRowBinary } from '@/lib/what-if/row-binary'
import { NO_ACTION, type Mapping, actionCode, isAction } from './action-codes'

type Asked = {
  workspace: string
  hasMerges: boolean
  /** Of which people; default everybody. */
  range?: PersonRange
}

const inRange = ({ from, to }: PersonRange = { from: '0', to: '18446744073709551615' }) => ({
  rangeFrom: from,
  rangeTo: to,
})

/** How many contacts there are under a mapping, and how many actions they have. */
export async function countActions({ workspace, hasMerges, range }: Asked, mapping: Mapping) {
  const wanted = isAction([mapping])
  const [row] = await defineQuery({
    name: 'count-contact-actions',
    params: z.record(z.string(), z.unknown()),
    row: z.object({ contacts: z.coerce.number(), actions: z.coerce.number() }),
    sql: `
      SELECT uniqExact(person) AS contacts, count() AS actions
      FROM (${resolvedRows({ table: 'events', columns: '1', where: wanted.sql }, hasMerges)})`,
  })({ workspace, ...inRange(range), ...wanted.params })
  return row ?? { contacts: 0, actions: 0 }
}

/** Every stored action, by contact and in each by (at, id). */
export type StoredActions = {
  rows: number
  /** Internal ids after merges, ascending. */
  people: BigUint64Array
  at: Float64Array
  /** Under the document, and under the live one: `NO_ACTION` where it is none. */
  drafted: Uint8Array
  live: Uint8Array
  /** Keys of message, list and link; 0 for none. */
  messages: Float64Array
  lists: Float64Array
  urls: Float64Array
  machines: Uint8Array
  ranks: Float64Array
  /** 1 for what came as a contact action, 0 for a track event that is mapped to one. */
  own: Uint8Array
}

/** 53 bits of a hash, which a JavaScript number holds. */
const key = (column: string) => `toFloat64(bitAnd(${column}, 9007199254740991))`

const columns = `
  occurred_at, event_id, kind, name, message_key, list_key, url_key, machine`

/** What a statement answers in RowBinary, whole: how many rows it has is known only then. */
async function answerOf(what: string, query: string, params: Record<string, unknown>): Promise<Buffer> {
  const { stream } = await warehouse().exec({
    query: `${query} FORMAT RowBinary`,
    query_params: boundInstants(params),
    clickhouse_settings: { log_comment: comment('pages', what) },
  })
  const pieces: Buffer[] = []
  for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function* whole(buffer: Buffer): AsyncGenerator<Uint8Array> {
  if (buffer.length > 0) yield await Promise.resolve(buffer)
}

const STRIDE = 8 + 8 + 1 + 1 + 8 + 8 + 8 + 1 + 8 + 1

/** Every stored action that is one under either mapping. At most `most` of them; more are left off. */
export async function readStoredActions(
  { workspace, hasMerges, range }: Asked,
  { drafted, live }: { drafted: Mapping; live: Mapping },
  most: number,
): Promise<StoredActions> {
  const wanted = isAction([drafted, live])
  const draftCode = actionCode(drafted, 'draft')
  const liveCode = actionCode(live, 'live')
  const delivered = sentActions.indexOf('delivered')
  const source = resolvedRows({ table: 'events', columns, where: wanted.sql }, hasMerges)
  const buffer = await answerOf(
    'stored-actions',
    `
      SELECT person, toFloat64(toUnixTimestamp64Milli(occurred_at)), draft_code, live_code,
        ${key('message_key')}, ${key('list_key')}, ${key('url_key')}, toUInt8(machine),
        toFloat64(row_number() OVER (
          PARTITION BY person
          ORDER BY if(draft_code = ${delivered} OR live_code = ${delivered}, concat(event_id, ':unread'), event_id))),
        toUInt8(kind = 'action')
      FROM (SELECT *, ${draftCode.sql} AS draft_code, ${liveCode.sql} AS live_code FROM (${source}))
      WHERE draft_code != ${NO_ACTION} OR live_code != ${NO_ACTION}
      ORDER BY person, occurred_at, event_id
      LIMIT {most:UInt64}`,
    { workspace, ...inRange(range), ...wanted.params, ...draftCode.params, ...liveCode.params, most },
  )
  const rows = buffer.length / STRIDE
  const stored: StoredActions = {
    rows,
    people: new BigUint64Array(rows),
    at: new Float64Array(rows),
    drafted: new Uint8Array(rows),
    live: new Uint8Array(rows),
    messages: new Float64Array(rows),
    lists: new Float64Array(rows),
    urls: new Float64Array(rows),
    machines: new Uint8Array(rows),
    ranks: new Float64Array(rows),
    own: new Uint8Array(rows),
  }
  const layout: BinaryColumn[] = [
    { type: 'UInt64', into: stored.people },
    { type: 'Float64', into: stored.at },
    { type: 'UInt8', into: stored.drafted },
    { type: 'UInt8', into: stored.live },
    { type: 'Float64', into: stored.messages },
    { type: 'Float64', into: stored.lists },
    { type: 'Float64', into: stored.urls },
    { type: 'UInt8', into: stored.machines },
    { type: 'Float64', into: stored.ranks },
    { type: 'UInt8', into: stored.own },
  ]
  await readRowBinary(whole(buffer), rows, layout)
  return stored
}

/** Since when everybody with such an action is known by whatever event, ascending by internal id. */
export async function readKnownSince(
  { workspace, hasMerges, range }: Asked,
  mappings: readonly Mapping[],
): Promise<{ people: BigUint64Array; since: Float64Array }> {
  const wanted = isAction(mappings)
  const source = resolvedRows({ table: 'events', columns: 'occurred_at, kind, name' }, hasMerges)
  const buffer = await answerOf(
    'known-since',
    `
      SELECT person, toFloat64(toUnixTimestamp64Milli(min(occurred_at))) FROM (${source})
      GROUP BY person HAVING countIf(${wanted.sql}) > 0 ORDER BY person`,
    { workspace, ...inRange(range), ...wanted.params },
  )
  const rows = buffer.length / 16
  const known = { people: new BigUint64Array(rows), since: new Float64Array(rows) }
  await readRowBinary(whole(buffer), rows, [
    { type: 'UInt64', into: known.people },
    { type: 'Float64', into: known.since },
  ])
  return known
}
