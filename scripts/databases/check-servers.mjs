// Whether the servers that a person named can be used, with a sentence about the setting when not.
import { ClickHouseLogLevel, createClient } from '@clickhouse/client'
import pg from 'pg'

/** @param {string} url */
export async function checkPostgres(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw unusable('DATABASE_URL', url, error)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Asks without the database of the address, which the migrations make. @param {string} url */
export async function checkClickHouse(url) {
  const client = createClient({
    url: new URL('/default', url),
    request_timeout: 10_000,
    log: { level: ClickHouseLogLevel.OFF },
  })
  try {
    await client.command({ query: 'SELECT 1' })
  } catch (error) {
    throw unusable('CLICKHOUSE_URL', url, error)
  } finally {
    await client.close()
  }
}

function unusable(name, url, error) {
  // A name with several addresses fails with one error for each.
  const reason = (error.errors?.[0] ?? error).message
  return new Error(`The server ${new URL(url).host} of ${name} cannot be used: ${reason}`, { cause: error })
}
