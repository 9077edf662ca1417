import { db } from '@/lib/server/db'
import { log } from '@/lib/server/log'
import { type Source, findWriteKey } from '@/lib/sources/find-write-key'
import { BoundedCache } from './bounded-cache'

/** A revoked key is refused after this at the latest. */
const keepFor = 10_000

const usedEvery = 60_000

type Entry = { found: Promise<Source | null>; at: number }
const entries = new BoundedCache<Entry>(5_000)
const lastUses = new BoundedCache<number>(5_000)

/** `findWriteKey`, remembered for ten seconds. */
export function cachedWriteKey(key: string, now = Date.now()): Promise<Source | null> {
  const known = entries.get(key)
  if (known && now - known.at < keepFor) return known.found
  const found = findWriteKey(key)
  entries.set(key, { found, at: now })
  found.catch(() => entries.delete(key))
  return found
}

/** Notes that a source sent something, at most once a minute, without making anybody wait. */
export function noteUse({ sourceId }: Source, now = new Date()): void {
  if (now.getTime() - (lastUses.get(sourceId) ?? 0) < usedEvery) return
  lastUses.set(sourceId, now.getTime())
  db()
    .writeKey.updateMany({ where: { id: sourceId }, data: { lastUsedAt: now } })
    .catch((error: unknown) => log().warn({ err: error }, 'the last use of a write key could not be noted'))
}
