import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { newestLocalMidnight } from '@/lib/engagement/local-day'
import type { Tagged } from '@/lib/engagement/sql/kill-run'
import { personRanges } from '@/lib/engagement/sql/person-ranges'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { savePoint } from './contact-points-data'
import { beginRange } from './sql/begin-range'
import { contactFacts } from './sql/contact-facts'
import { countPoints, countStoredPoints, deletePointPeople, insertPoints } from './sql/points'
import { mappedNames } from './versions-in-use'
import { isWithPeople } from './wanted-points'

type Version = { workspaceId: WorkspaceId; versionId: string; document: ContactDocument }
type Observed = { until: Date; timeZone: string }

/** Actions of one statement, each as often as there are points that see it. */
const MOST_ACTIONS = 5_000_000
const MOST_POINTS = 16

/**
 * Rates everybody under a version at past instants, several in one pass over the events, in about the order given. Of
 * the recent ones it is stored who had how many stars, of the others how many had. May be done again: a point replaces
 * the one before.
 */
export async function makePoints(
  { workspaceId: workspace, versionId, document }: Version,
  points: readonly Date[],
  { until, timeZone }: Observed,
  tagged: Tagged,
): Promise<void> {
  const [facts] = await contactFacts({ workspace, mapped: mappedNames([{ document }]) }, tagged)
  const first = facts?.first
  const isEmpty = (at: Date) => !first || first >= at
  for (const at of points.filter(isEmpty)) await savePoint(versionId, at, noStars())

  const newest = newestLocalMidnight(until, timeZone)
  const isRecent = (at: Date) => isWithPeople(at, newest, timeZone)
  const seen = points.filter((at) => !isEmpty(at))
  const ranges = personRanges(facts?.actions ?? 0)
  const size = Math.max(
    1,
    Math.min(MOST_POINTS, Math.floor((MOST_ACTIONS * ranges.length) / (facts?.actions ?? 1))),
  )
  const groups = [
    ...groupsOf(seen.filter(isRecent), size).map((group) => ({ group, withPeople: true })),
    ...groupsOf(
      seen.filter((at) => !isRecent(at)),
      size,
    ).map((group) => ({ group, withPeople: false })),
  ]
  for (const { group, withPeople } of groups) {
    const { hasMerges } = await beginRange(workspace, tagged)
    const counts = new Map(group.map((at) => [at.getTime(), noStars()]))
    const add = (found: Awaited<ReturnType<typeof countPoints>>) => {
      for (const { at, stars, contacts } of found) {
        const ofPoint = counts.get(at)
        if (ofPoint) ofPoint[stars - 1] = (ofPoint[stars - 1] ?? 0) + contacts
      }
    }
    const stored = { workspace, version: versionId, points: [...counts.keys()] }
    if (withPeople) await deletePointPeople(stored, tagged)
    for (const range of ranges) {
      const of = { workspace, versionId, document, range, points: group, hasMerges }
      if (withPeople) await insertPoints(of, tagged)
      else add(await countPoints(of, tagged))
    }
    if (withPeople) add(await countStoredPoints(stored, tagged))
    for (const at of group) await savePoint(versionId, at, counts.get(at.getTime()) ?? noStars())
  }
}

const noStars = () => [0, 0, 0, 0, 0]

const groupsOf = (points: readonly Date[], size: number): Date[][] =>
  Array.from({ length: Math.ceil(points.length / size) }, (_, index) =>
    points.slice(index * size, (index + 1) * size),
  )
