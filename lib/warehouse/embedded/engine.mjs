// The native module is loaded from the platform's package and not through `chdb` itself: chdb's Session
// delays every close until all running queries of the process have ended, so one long job would keep the
// connections of every short query beside it, and its parameterised queries wait for each other.
import { createRequire } from 'node:module'

/**
 * @typedef {{ bytes: Uint8Array, elapsed: number, rowsRead: number, bytesRead: number }} EngineResult
 *   The output of a statement in its format; elapsed in seconds.
 * @typedef {{ run(sql: string, format?: string): Promise<EngineResult>, close(): void }} EngineConnection
 *   One connection runs one statement at a time. It must not be closed while a statement runs on it.
 */

const PLATFORM_PACKAGES = {
  'darwin-arm64': '@chdb/lib-darwin-arm64',
  'darwin-x64': '@chdb/lib-darwin-x64',
  'linux-arm64': '@chdb/lib-linux-arm64-gnu',
  'linux-x64': '@chdb/lib-linux-x64-gnu',
}

/** chDB has no build for this platform, or it is not installed. */
export class NoEngineError extends Error {}

/**
 * Loads chDB and returns a way to open connections to one data directory. All connections of a process
 * share the directory; a second process on the same directory is refused.
 *
 * @param {string} directory an absolute path
 * @returns {{ version: string, connect(options?: readonly string[]): EngineConnection }}
 *   options are command line options of `clickhouse local`, e.g. `--max_threads=2`
 */
export function openEngine(directory) {
  const native = loadNative()
  const connect = (/** @type {readonly string[]} */ options = []) => {
    const handle = native.CreateConnection(directory, [...options])
    let open = true
    return {
      run: (/** @type {string} */ sql, format = 'TabSeparated') =>
        native.QueryAsyncConnection(handle, sql, format),
      close() {
        if (open) native.CloseConnection(handle)
        open = false
      },
    }
  }
  return { version: native.EngineVersion(), connect }
}

function loadNative() {
  const platform = `${process.platform}-${process.arch}`
  const name = PLATFORM_PACKAGES[/** @type {keyof typeof PLATFORM_PACKAGES} */ (platform)]
  try {
    if (!name) throw new Error(`chDB has no build for ${platform}`)
    // Resolved from chdb, whose optional dependency it is.
    return createRequire(createRequire(import.meta.url).resolve('chdb'))(name)
  } catch (cause) {
    throw new NoEngineError(
      `No embedded ClickHouse for ${platform}. Set CLICKHOUSE_URL to a ClickHouse server instead.`,
      { cause },
    )
  }
}
