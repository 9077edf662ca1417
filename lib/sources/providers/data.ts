import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { mintWorkspaceId } from '@/lib/auth/workspace-id'
import type { Provider } from '@/lib/ingest/esp/providers'
import { db } from '@/lib/server/db'
import type { Prisma } from '@/prisma/generated/client'
import type { DeliveryOutcome } from './schema'
import { openSecret, sealSecret } from './sealed-secret'

const DAY_MS = 86_400_000
const keptDays = 30
/** What is kept of a body. */
const bodyBytes = 32 * 1024
const failures: DeliveryOutcome[] = ['signature', 'stale', 'malformed']

export const sinceOfDeliveries = (now: Date): Date => new Date(now.getTime() - keptDays * DAY_MS)

export type ProviderSource = {
  id: string
  workspaceId: WorkspaceId
  provider: Provider
  secret: string | null
  /** There is a secret, but it was stored under another secret of the installation. */
  secretLost: boolean
  topicArn: string | null
}

/** A connected provider that is in use, with its secret; null where there is none. */
export async function findProviderSource(
  id: string,
  workspaceId?: WorkspaceId,
): Promise<ProviderSource | null> {
  const row = await db().providerSource.findFirst({ where: { id, workspaceId, disabledAt: null } })
  if (!row) return null
  const secret = row.secret === null ? null : openSecret(row.secret)
  return {
    id,
    workspaceId: mintWorkspaceId(row.workspaceId),
    provider: row.provider as Provider,
    secret,
    secretLost: row.secret !== null && secret === null,
    topicArn: row.topicArn,
  }
}

export async function createProviderSource(
  workspaceId: WorkspaceId,
  given: { provider: Provider; name: string; secret: string | null; createdBy: string },
): Promise<string> {
  const secret = given.secret === null ? null : sealSecret(given.secret)
  return (await db().providerSource.create({ data: { ...given, workspaceId, secret } })).id
}

/** False when the workspace has no such provider in use. */
export async function setProviderSecret(
  workspaceId: WorkspaceId,
  id: string,
  secret: string,
): Promise<boolean> {
  const data = { secret: sealSecret(secret) }
  return (
    (await db().providerSource.updateMany({ where: { id, workspaceId, disabledAt: null }, data })).count > 0
  )
}

/** False when the workspace has no such provider in use. */
export async function disableProviderSource(
  workspaceId: WorkspaceId,
  id: string,
  now: Date,
): Promise<boolean> {
  const where = { id, workspaceId, disabledAt: null }
  return (await db().providerSource.updateMany({ where, data: { disabledAt: now } })).count > 0
}

/** The topic a source listens to from now on; the first one stays. */
export async function keepTopic(id: string, topicArn: string): Promise<void> {
  await db().providerSource.updateMany({ where: { id, topicArn: null }, data: { topicArn } })
}

export type NewDelivery = {
  sourceId: string
  receivedAt: Date
  outcome: DeliveryOutcome
  message: string | null
  accepted?: number
  duplicates?: number
  ignored?: Record<string, number>
  unknown?: Record<string, number>
  test?: boolean
  body?: Uint8Array
}

/** Writes down a delivery; one that was believed, and no test, is the source's last, to the second. */
export async function recordDelivery({ body, ...delivery }: NewDelivery): Promise<void> {
  const kept = body && new Uint8Array(body.subarray(0, bodyBytes))
  await db().providerDelivery.create({ data: { ...delivery, body: kept } })
  const { sourceId: id, receivedAt, outcome, test } = delivery
  if (test || failures.includes(outcome)) return
  // Hundreds come in a second: they shall not all wait for each other's change of one row.
  const before = new Date(receivedAt.getTime() - 1_000)
  await db().providerSource.updateMany({
    where: { id, OR: [{ lastDeliveryAt: null }, { lastDeliveryAt: { lt: before } }] },
    data: { lastDeliveryAt: receivedAt },
  })
}

export function listProviderSources(workspaceId: WorkspaceId) {
  return db().providerSource.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
}

export async function hasProviderSource(workspaceId: WorkspaceId, id: string): Promise<boolean> {
  return (await db().providerSource.count({ where: { id, workspaceId } })) > 0
}

/** Deliveries since then by source and outcome, without tests. */
export async function countDeliveries(where: { workspaceId: WorkspaceId; id?: string }, since: Date) {
  const rows = await db().providerDelivery.groupBy({
    by: ['sourceId', 'outcome'],
    where: { source: where, receivedAt: { gte: since }, test: false },
    _count: true,
    _sum: { accepted: true, duplicates: true },
  })
  return rows.map(({ sourceId, outcome, _count, _sum }) => ({
    sourceId,
    outcome: outcome as DeliveryOutcome,
    deliveries: _count,
    accepted: _sum.accepted ?? 0,
    duplicates: _sum.duplicates ?? 0,
    isFailure: failures.includes(outcome as DeliveryOutcome),
  }))
}

type Counted = { what: 'ignored' | 'unknown'; key: string; events: number }

/** What was no action since then: by reason, and by type that is not known; most first. */
export function countOthers(sourceId: string, since: Date): Promise<Counted[]> {
  return db().$queryRaw<Counted[]>`
    SELECT what, key, sum(value::int)::int AS events
    FROM "ProviderDelivery",
      LATERAL (SELECT 'ignored' AS what, * FROM jsonb_each_text(ignored)
               UNION ALL SELECT 'unknown', * FROM jsonb_each_text("unknown")) AS counted(what, key, value)
    WHERE "sourceId" = ${sourceId}::uuid AND "receivedAt" >= ${since} AND NOT test
    GROUP BY what, key
    ORDER BY events DESC, key`
}

export type DeliveryPlace = { receivedAt: Date; id: string }

/** Deliveries of a source, newest first, those behind the given place. */
export function listDeliveries(sourceId: string, limit: number, before: DeliveryPlace | null) {
  const behind: Prisma.ProviderDeliveryWhereInput = before
    ? {
        OR: [
          { receivedAt: { lt: before.receivedAt } },
          { receivedAt: before.receivedAt, id: { lt: before.id } },
        ],
      }
    : {}
  return db().providerDelivery.findMany({
    where: { sourceId, ...behind },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}

/** Removes what is older than is shown. */
export async function deleteOldDeliveries(now: Date): Promise<number> {
  const old = { receivedAt: { lt: sinceOfDeliveries(now) } }
  return (await db().providerDelivery.deleteMany({ where: old })).count
}
