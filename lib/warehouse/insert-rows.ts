import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { type Lane, comment, warehouse } from './client'

/** The tables that rows are inserted into from outside the engine. */
export type WarehouseTable =
  | 'events'
  | 'event_ledger'
  | 'rejected_events'
  | 'identities'
  | 'identity_claims'
  | 'identity_changes'
  | 'person_overrides'
  | 'person_traits'
  | 'person_accounts'
  | 'account_traits'
  | 'event_properties'
  | 'contact_ratings'
  | 'rating_changes'

type Options = {
  /** What to find the statement by while it runs; default `insert:<table>`. */
  tag?: string
  /** Gives up waiting; the engine may still finish the statement. */
  signal?: AbortSignal
}

/**
 * Inserts rows, as one statement, and returns when they are on disk (the tables are fsynced after each insert). All
 * rows have the columns of the first one, whose names are sent once. They are taken one by one while the engine reads
 * them, so `rows` may be a generator, and a long one is never in memory as a whole.
 */
export async function insertRows<Row extends object>(
  table: WarehouseTable,
  rows: Iterable<Row>,
  lane: Lane = 'ingest',
  { tag = `insert:${table}`, signal }: Options = {},
): Promise<void> {
  const rest = rows[Symbol.iterator]()
  const first = rest.next()
  if (first.done) return
  const columns = Object.keys(first.value) as (keyof Row & string)[]
  const { stream } = await warehouse().exec({
    query: `INSERT INTO ${table} (${columns.join(', ')}) FORMAT JSONCompactEachRow`,
    values: Readable.from(linesOf(first.value, rest, columns), { objectMode: false }),
    abort_signal: signal,
    clickhouse_settings: {
      log_comment: comment(lane, tag),
      // The engine's own gathering of inserts would answer later and find duplicates by its own rules.
      async_insert: 0,
      // Histories of decades come in one piece.
      max_partitions_per_insert_block: '0',
    },
  })
  // The answer is empty; reading it to its end frees the connection.
  await finished(stream.resume())
}

/** Characters of one piece on its way: enough to make the pieces few, little enough to be short-lived. */
const pieceLength = 128 * 1024

function* linesOf<Row extends object>(
  first: Row,
  rest: Iterator<Row>,
  columns: readonly (keyof Row)[],
): Generator<string> {
  let piece = ''
  for (let row: Row | undefined = first; row !== undefined; row = nextOf(rest)) {
    const at = row
    piece += `${JSON.stringify(columns.map((column) => at[column]))}\n`
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield piece
}

function nextOf<Row>(rows: Iterator<Row>): Row | undefined {
  const { done, value } = rows.next()
  return done ? undefined : value
}
