import { db } from '@/lib/server/db'

/** A point this much older than what was asked for does not stand for it. */
const TOLERANCE_MS = 10 * 86_400_000

/** The newest past point of a version at or before an instant, at most ten days before; null without one. */
export function pointBefore(versionId: string, instant: Date) {
  return db().contactPoint.findFirst({
    where: { versionId, asOf: { lte: instant, gte: new Date(instant.getTime() - TOLERANCE_MS) } },
    orderBy: { asOf: 'desc' },
  })
}

/** The past points of a version between two instants, the later one left out, oldest first. */
export function pointsBetween(versionId: string, from: Date, until: Date) {
  return db().contactPoint.findMany({
    where: { versionId, asOf: { gte: from, lt: until } },
    orderBy: { asOf: 'asc' },
  })
}
