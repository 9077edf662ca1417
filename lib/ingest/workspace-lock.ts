import { createHash } from 'node:crypto'
import pg from 'pg'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { env } from '@/lib/server/env'
import { AppError } from '@/lib/server/errors'

/** How long a writer waits for the one before it. */
const patience = 15_000

/** The right to write a workspace's events, held by one caller at a time over all processes. */
export type WorkspaceLock = {
  /** Aborted when the connection that holds the lock is lost: another process may be writing from then on. */
  signal: AbortSignal
  /** Runs on the connection that holds the lock, so an answer means that it was held. */
  query: <R extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<pg.QueryResult<R>>
}

const kept = globalThis as unknown as { lockPool?: pg.Pool }

/** Connections of their own: a session's advisory lock lives on one connection from beginning to end. */
function lockPool(): pg.Pool {
  if (kept.lockPool) return kept.lockPool
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: patience,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    allowExitOnIdle: true,
    application_name: 'gravitas ingest',
    options: `-c lock_timeout=${patience}`,
  })
  // A connection that dies while nobody uses it leaves the pool by itself.
  pool.on('error', () => {})
  return (kept.lockPool = pool)
}

/** The two numbers of PostgreSQL's lock on a workspace. */
export function lockKey(workspaceId: WorkspaceId): [number, number] {
  const digest = createHash('sha256').update(`ingest ${workspaceId}`).digest()
  return [digest.readInt32BE(0), digest.readInt32BE(4)]
}

const lockNotAvailable = '55P03'

/** PostgreSQL's codes for a connection that it ends: by an administrator, in a crash. */
const shutDown = new Set(['57P01', '57P02', '57P03'])

/**
 * Does the work while nobody else holds the workspace's lock. Throws `unavailable` when the one before takes longer
 * than 15 s, or when the lock is lost on the way. A connection on which anything failed is closed, not used again.
 */
export async function withWorkspaceLock<T>(
  workspaceId: WorkspaceId,
  work: (lock: WorkspaceLock) => Promise<T>,
): Promise<T> {
  const key = lockKey(workspaceId)
  const client = await lockPool().connect()
  const lost = new AbortController()
  const onLost = () => lost.abort(new AppError('unavailable', 'The connection to PostgreSQL was lost.'))
  client.on('error', onLost)
  client.on('end', onLost)
  let finished = false
  try {
    await client.query('SELECT pg_advisory_lock($1, $2)', key).catch((error: { code?: string }) => {
      if (error.code !== lockNotAvailable) throw error
      throw new AppError('unavailable', 'Another writer of this workspace is still at work.')
    })
    const result = await work({
      signal: lost.signal,
      query: (sql, values) => client.query(sql, values && [...values]),
    })
    await client.query('SELECT pg_advisory_unlock($1, $2)', key)
    finished = true
    return result
  } catch (error) {
    // The server may say that it ends the connection before the connection is seen to end.
    if (shutDown.has((error as { code?: string }).code ?? '')) onLost()
    throw lost.signal.aborted ? lost.signal.reason : error
  } finally {
    client.off('error', onLost)
    client.off('end', onLost)
    client.release(!finished)
  }
}
