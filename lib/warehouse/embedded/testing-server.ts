import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ClickHouseLogLevel, createClient, type ClickHouseClientConfigOptions } from '@clickhouse/client'
import { startClickHouse } from '@/scripts/databases/clickhouse.mjs'

/**
 * An embedded ClickHouse of its own for a test file: these tests are about this server and must not run
 * against another one.
 */
export async function startServerForTests() {
  const dir = await mkdtemp(path.join(tmpdir(), 'gravitas-front-'))
  let server = await startClickHouse({ dir })
  const connect = (options: ClickHouseClientConfigOptions = {}) =>
    createClient({
      url: server.url('default'),
      max_open_connections: 300,
      log: { level: ClickHouseLogLevel.OFF },
      ...options,
    })
  return {
    dir,
    connect,
    get server() {
      return server
    },
    /** Starts a new process on the same directory. */
    async startAgain() {
      server = await startClickHouse({ dir })
    },
    async stop() {
      await server.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

export type ServerForTests = Awaited<ReturnType<typeof startServerForTests>>
