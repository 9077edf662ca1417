import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { env } from '@/lib/server/env'

/** The first word of a query's log_comment: the embedded server keeps a pool of connections for each. */
export type Lane = 'pages' | 'ingest' | 'jobs' | 'control'

const kept = globalThis as unknown as { warehouse?: ClickHouseClient }

/**
 * The one ClickHouse client of a process. 64-bit integers come as strings and instants as ISO 8601, so that
 * nothing is rounded or read in a zone.
 */
export function warehouse(): ClickHouseClient {
  kept.warehouse ??= createClient({
    url: env().CLICKHOUSE_URL,
    request_timeout: 600_000,
    max_open_connections: 32,
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: {
      output_format_json_quote_64bit_integers: 1,
      output_format_json_quote_denormals: 1,
      date_time_output_format: 'iso',
      date_time_input_format: 'best_effort',
    },
  })
  return kept.warehouse
}

/** `pages overview` or `jobs run:4f…`: how a query is found again, and killed. */
export const comment = (lane: Lane, what: string) => `${lane} ${what}`
