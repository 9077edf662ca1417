import os from 'node:os'

/**
 * A lane is a class of work with its own connections, so that one class cannot keep another waiting.
 *
 * @typedef {'pages' | 'ingest' | 'jobs' | 'control'} LaneName
 * @typedef {object} Lane
 * @property {number} connections how many queries run at once
 * @property {number} queue how many may wait before further ones are refused
 * @property {readonly string[]} options the lane's default settings, as options of a connection
 */

/** Settings in which `clickhouse local` differs from a server. */
const AS_A_SERVER = ['--implicit_select=0', '--allow_introspection_functions=0']

const GIB = 1024 ** 3

/** Memory this process may count on, in bytes: the machine's, or the container's if that is less. */
export function availableMemory() {
  const limit = process.constrainedMemory?.() ?? 0
  return limit > 0 ? Math.min(limit, os.totalmem()) : os.totalmem()
}

/**
 * The lanes for a machine with this much memory (bytes).
 *
 * `priority` makes a job pause between blocks while a page or an insert is being answered, for at most
 * `low_priority_query_wait_time_ms` a block, so that it always goes on.
 *
 * @param {number} memory
 * @returns {Readonly<Record<LaneName, Lane>>}
 */
export function lanesFor(memory) {
  const options = (/** @type {Record<string, number>} */ settings) => [
    ...AS_A_SERVER,
    ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
  ]
  const share = (/** @type {number} */ part, /** @type {number} */ least) =>
    Math.floor(Math.max(memory * part, least * GIB))
  return {
    pages: {
      connections: 4,
      queue: 500,
      options: options({ max_threads: 2, max_memory_usage: share(0.1, 0.75), priority: 1 }),
    },
    ingest: {
      connections: 3,
      queue: 300,
      options: options({
        max_threads: 2,
        max_memory_usage: share(0.1, 1),
        priority: 1,
        // A part of at most so many rows at once: a quarter of a server's default, for the sake of memory.
        max_insert_block_size: 262_144,
        min_insert_block_size_rows: 262_144,
        min_insert_block_size_bytes: 64 * 1024 ** 2,
      }),
    },
    jobs: {
      connections: 2,
      queue: 100,
      options: options({
        max_threads: 1,
        max_memory_usage: share(0.25, 1.5),
        priority: 10,
        low_priority_query_wait_time_ms: 50,
      }),
    },
    control: {
      connections: 2,
      queue: 200,
      options: options({ max_threads: 1, max_memory_usage: share(0, 0.5) }),
    },
  }
}

/**
 * Options of the first connection, which decide for the whole engine: a cap on its memory, and caches of a
 * size for a machine that also runs the application and PostgreSQL (a server's default is 5 GiB each).
 *
 * @param {number} memory bytes
 */
export function engineOptions(memory) {
  const cache = Math.floor(Math.min(memory / 32, GIB / 2))
  return [
    ...AS_A_SERVER,
    `--max_server_memory_usage=${Math.floor(Math.max(memory * 0.5, 2 * GIB))}`,
    `--mark_cache_size=${cache}`,
    `--index_mark_cache_size=${cache}`,
    `--primary_index_cache_size=${cache}`,
  ]
}

/**
 * The lane a query asks for: the first word of its `log_comment`.
 *
 * @param {string | undefined} logComment
 * @returns {LaneName}
 */
export function laneOf(logComment) {
  const word = /^\s*(pages|ingest|jobs|control)\b/.exec(logComment ?? '')?.[1]
  return /** @type {LaneName | undefined} */ (word) ?? 'pages'
}
