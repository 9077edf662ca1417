import type { z } from 'zod'
import { boundInstants } from './bound-instants'
import { type Lane, comment, warehouse } from './client'

type Options = {
  /** Default `pages`. */
  lane?: Lane
  /** What to find the query by when it has to be killed, e.g. `run:<id>`; default the query's name. */
  tag?: string
  signal?: AbortSignal
}

/**
 * One ClickHouse question: parameters are checked and bound (`{name:Type}` in the SQL), never pasted, and every
 * row is validated. Throws ClickHouse's own error when the engine refuses, ZodError when a row is not as declared.
 */
export function defineQuery<P extends z.ZodType<Record<string, unknown>>, R extends z.ZodType>(query: {
  name: string
  params: P
  row: R
  sql: string
}) {
  return async (
    params: z.input<P>,
    { lane = 'pages', tag = query.name, signal }: Options = {},
  ): Promise<z.output<R>[]> => {
    const result = await warehouse().query({
      query: query.sql,
      query_params: boundInstants(query.params.parse(params)),
      format: 'JSONEachRow',
      clickhouse_settings: { log_comment: comment(lane, tag) },
      abort_signal: signal,
    })
    const rows = await result.json<unknown>()
    return rows.map((row) => query.row.parse(row))
  }
}

/** As `defineQuery`, for a statement that answers nothing: INSERT … SELECT, ALTER, DELETE. */
export function defineCommand<P extends z.ZodType<Record<string, unknown>>>(command: {
  name: string
  params: P
  sql: string
}) {
  return async (
    params: z.input<P>,
    { lane = 'jobs', tag = command.name, signal }: Options = {},
  ): Promise<void> => {
    await warehouse().command({
      query: command.sql,
      query_params: boundInstants(command.params.parse(params)),
      clickhouse_settings: { log_comment: comment(lane, tag) },
      abort_signal: signal,
    })
  }
}
