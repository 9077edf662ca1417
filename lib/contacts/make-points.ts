import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { newestLocalMidnight } from '@/lib/engagement/local-day'
import type { Tagged } from '@/lib/engagement/sql/kill-run'
import { personRanges } from '@/lib/engagement/sql/person-ranges'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { savePoint } from './contact-points-data'
import { beginRange } from './sql/current/begin-range'
import { contactFacts } from './sql/current/contact-facts'
import {
  type StarsOfPoint,
  countPoint,
  countStoredPoint,
  deletePoint,
  insertPoint,
} from './sql/current/points'
import { mappedNames } from './versions-in-use'
import { isWithPeople } from './wanted-points'

type Version = { workspaceId: WorkspaceId; versionId: string; document: ContactDocument }
type Observed = { until: Date; timeZone: string }

/**
 * Rates everybody under a version at past instants, one after the other in the order given. Of the recent ones it is
 * stored who had how many stars, of the others how many had. May be done again: a point replaces the one before.
 */
export async function makePoints(
  { workspaceId: workspace, versionId, document }: Version,
  points: readonly Date[],
  { until, timeZone }: Observed,
  tagged: Tagged,
): Promise<void> {
  const [facts] = await contactFacts({ workspace, mapped: mappedNames([{ document }]) }, tagged)
  const newest = newestLocalMidnight(until, timeZone)
  for (const asOf of points) {
    if (!facts?.first || facts.first >= asOf) {
      await savePoint(versionId, asOf, [0, 0, 0, 0, 0])
      continue
    }
    const { hasMerges } = await beginRange(workspace, tagged)
    const ranges = personRanges(facts.actions)
    const withPeople = isWithPeople(asOf, newest, timeZone)
    const counts = [0, 0, 0, 0, 0]
    const add = (found: readonly StarsOfPoint[]) => {
      for (const { stars, contacts } of found) counts[stars - 1] = (counts[stars - 1] ?? 0) + contacts
    }
    if (withPeople) await deletePoint({ workspace, version: versionId, at: asOf }, tagged)
    for (const range of ranges) {
      const point = { workspace, versionId, document, range, asOf, hasMerges }
      if (withPeople) await insertPoint(point, tagged)
      else add(await countPoint(point, tagged))
    }
    if (withPeople) add(await countStoredPoint({ workspace, version: versionId, at: asOf }, tagged))
    await savePoint(versionId, asOf, counts)
  }
}
