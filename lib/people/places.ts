import { summaryOfSnapshot } from '@/lib/engagement/snapshot-data'
import { referenceOfVersion } from '@/lib/engagement/reference'
import { frozenBaselines, rollingBaselines } from '@/lib/engagement/sql/person-places'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import type { StageBaseline } from '@/lib/scoring/engagement/baselines'
import type { Scores } from './person-at'
import type { Reference } from './schema'

/** Of a version's stored reference hi by stage; null where nothing is stored yet. */
const highestOf = (scores: Scores, reference: Reference) =>
  reference === 'rolling'
    ? summaryOfSnapshot(scores.row).stages.map(({ highest }) => highest)
    : (referenceOfVersion(scores.row.version)?.stages.map(({ highest }) => highest) ?? [])

/** The people that scores are placed in under a reference, of whom the places of a few rank keys can be asked. */
export type BaselinesUnder = (
  scores: Scores,
  reference: Reference,
  keys: readonly number[],
) => Promise<readonly StageBaseline[]>

/** Those of a workspace, asked of the warehouse. */
export const baselinesIn =
  (workspace: WorkspaceId): BaselinesUnder =>
  (scores, reference, keys) => {
    const { row, document } = scores
    const asked = {
      workspace,
      document,
      keys: [...new Set(keys)],
      highest: highestOf(scores, reference),
    }
    return reference === 'rolling'
      ? rollingBaselines({ ...asked, run: row.runId })
      : frozenBaselines({ ...asked, version: row.versionId })
  }

/** The day of the people that scores are placed in: their own instant, or the pinned one. */
export const referenceDay = ({ row }: Scores, reference: Reference): Date =>
  reference === 'rolling' ? row.asOf : row.version.referenceAsOf
