import { db } from '@/lib/server/db'
import { stored } from './data'
import { type ReferenceSummary, referenceOfVersion } from './reference'

/** For copying a million rows; the default is five seconds. */
const patient = { timeout: 60_000, maxWait: 30_000 }

/**
 * Does `store`, and keeps the reference it answers, unless one is kept by now: that one is answered then. One caller at
 * a time, so that the rows in the warehouse are those of the summary.
 */
export function keepReference(
  versionId: string,
  store: () => Promise<ReferenceSummary>,
): Promise<ReferenceSummary> {
  return db().$transaction(async (tx) => {
    // Not the version's row: runs that begin or end meanwhile would wait for all the copying.
    await tx.$queryRaw`
      SELECT 1 FROM pg_advisory_xact_lock(hashtext('reference'), hashtext(${versionId}))`
    const version = await tx.modelVersion.findUniqueOrThrow({
      where: { id: versionId },
      select: { reference: true },
    })
    const kept = referenceOfVersion(version)
    if (kept) return kept
    const reference = await store()
    await tx.modelVersion.update({
      where: { id: versionId },
      data: { reference: stored(reference), referenceAsOf: reference.asOf },
    })
    return reference
  }, patient)
}
