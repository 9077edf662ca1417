import { stored } from '@/lib/engagement/data'
import { db } from '@/lib/server/db'

/** The instants of the past points of a version, from one on. */
export async function listPoints(versionId: string, from: Date = new Date(0)): Promise<Date[]> {
  const points = await db().contactPoint.findMany({
    where: { versionId, asOf: { gte: from } },
    select: { asOf: true },
    orderBy: { asOf: 'asc' },
  })
  return points.map(({ asOf }) => asOf)
}

/** Stores how many had how many stars, in place of what was there. */
export async function savePoint(versionId: string, asOf: Date, stars: readonly number[]): Promise<void> {
  const counts = { contacts: stars.reduce((sum, people) => sum + people, 0), stars: stored(stars) }
  await db().contactPoint.upsert({
    where: { versionId_asOf: { versionId, asOf } },
    create: { versionId, asOf, ...counts },
    update: counts,
  })
}

/** True when there were any. */
export async function deletePoints(versionId: string, asOfs?: readonly Date[]): Promise<boolean> {
  const { count } = await db().contactPoint.deleteMany({
    where: { versionId, ...(asOfs && { asOf: { in: [...asOfs] } }) },
  })
  return count > 0
}
