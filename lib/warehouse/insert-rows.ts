import { type Lane, comment, warehouse } from './client'

/** The tables that rows are inserted into from outside the engine. */
export type WarehouseTable =
  | 'events'
  | 'event_ledger'
  | 'rejected_events'
  | 'identities'
  | 'identity_claims'
  | 'person_overrides'
  | 'person_traits'
  | 'person_accounts'
  | 'account_traits'
  | 'event_properties'

type Options = {
  /** What to find the statement by while it runs; default `insert:<table>`. */
  tag?: string
  /** Gives up waiting; the engine may still finish the statement. */
  signal?: AbortSignal
}

/** Inserts rows, as one statement, and returns when they are on disk (the tables are fsynced after each insert). */
export async function insertRows(
  table: WarehouseTable,
  rows: readonly object[],
  lane: Lane = 'ingest',
  { tag = `insert:${table}`, signal }: Options = {},
): Promise<void> {
  if (rows.length === 0) return
  await warehouse().insert({
    table,
    values: rows,
    format: 'JSONEachRow',
    abort_signal: signal,
    clickhouse_settings: {
      log_comment: comment(lane, tag),
      // The engine's own gathering of inserts would answer later and find duplicates by its own rules.
      async_insert: 0,
      // Histories of decades come in one piece.
      max_partitions_per_insert_block: '0',
    },
  })
}
