import { randomUUID } from 'node:crypto'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { AppError } from '@/lib/server/errors'
import { type WorkspaceFacts, countPasses, countPoints } from './count-points'
import { frameAt } from './frame'
import { instantOf } from './instants'
import type { ReferenceSummary } from './reference'
import { dropRunCounts } from './sql/remove-run'
import { runFacts } from './sql/run-facts'
import { storeCounted } from './store-reference'

const path = ['normalisation', 'reference', 'asOf']

/** The instant that a document pins its reference to, a day being its first instant; null where it is rolling. */
export function pinnedInstant(
  { normalisation }: EngagementDocument,
  timeZone: string,
  now: Date,
): Date | null {
  if (normalisation.reference.type === 'rolling') return null
  const asOf = instantOf(normalisation.reference.asOf, timeZone)
  if (asOf > now) throw new AppError('invalid', 'The date of the frozen reference is in the future.', path)
  return asOf
}

/**
 * Scores the population of a pinned instant under a document that is about to be published, and stores it as the
 * reference of the version to come. Throws AppError `invalid` where nobody has a score then.
 */
export async function storePinned(
  document: EngagementDocument,
  asOf: Date,
  { id: workspace, timeZone: zone }: { id: WorkspaceId; timeZone: string },
): Promise<{ versionId: string; reference: ReferenceSummary }> {
  const versionId = randomUUID()
  const tagged = { lane: 'jobs', tag: `reference:${versionId}` } as const
  const [counted = { events: 0, people: 0, hasMerges: false }] = await runFacts({ workspace }, tagged)
  const facts: WorkspaceFacts = { ...counted, workspace, zone }
  const point = { run: versionId, frame: frameAt(document, asOf, zone), keepCounts: false }
  try {
    await countPoints(document, countPasses(document, [point], facts), facts, {
      tagged,
      checkpoint: () => {},
      step: async () => {},
    })
    const reference = await storeCounted(
      { workspace, version: versionId },
      document,
      { run: versionId, asOf },
      tagged,
    )
    if (reference) return { versionId, reference }
  } finally {
    await dropRunCounts({ run: versionId })
  }
  const message = 'Nobody has a score at the date of the frozen reference: there is nobody to compare with.'
  throw new AppError('invalid', message, path)
}
