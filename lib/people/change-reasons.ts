import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { type Change, type ScoredPoint, explainRawChange } from '@/lib/scoring/engagement/explain-change'
import { DAY_MS } from '@/lib/scoring/engagement/frame'
import { rankKey } from '@/lib/scoring/engagement/rank-key'
import { MOST_KEYS } from '@/lib/engagement/sql/person-places'
import { changeBetween, placeAmong, scoredPoint } from './change'
import { type Cause, changeFacts } from './change-facts'
import { reasonInWords } from './change-words'
import { findScoresOfRuns } from './data'
import { type KnownOccurrence, membersByPerson, readOccurrences } from './histories'
import { type Scores, pointOf, scoresOf } from './person-at'
import { baselinesIn } from './places'
import { personPoints } from './sql/person-points'

type Workspace = { id: WorkspaceId; timeZone: string }

/** One person at both points. */
type Pair = { person: string; before: ScoredPoint; after: ScoredPoint; ids: { before: string; after: string }; stages: { before: string; after: string } } // prettier-ignore

/** The cause of a change in three parts: what the person did, their stage, the people they are compared with. */
function causeOf({ before, after }: Pair, place: (raw: number, tenure: number) => number | null): Cause {
  const moved = place(after.raw, before.tenure) ?? before.score
  const staged = place(after.raw, after.tenure) ?? moved
  const direction = Math.sign(after.score - before.score)
  const parts: [Cause, number][] = [
    ['events', moved - before.score],
    ['stage', staged - moved],
    ['reference', after.score - staged],
  ]
  return parts.reduce((most, one) => (one[1] * direction > most[1] * direction ? one : most))[0]
}

/** Is more of the change in raw a correction than anything that somebody did? */
function wasCorrected(change: Change): boolean {
  const steps = explainRawChange(change)
  const corrected = steps.find(({ cause }) => cause === 'corrections')?.raw ?? 0
  const total = steps.reduce((sum, { raw }) => sum + raw, 0)
  return corrected * Math.sign(total) > Math.abs(total) / 2
}

async function scoresOfRuns(runIds: readonly [string, string], timeZone: string) {
  const rows = await findScoresOfRuns(runIds)
  const [earlier, later] = runIds.map((id) => rows.find(({ runId }) => runId === id))
  return earlier && later ? { earlier: scoresOf(earlier, timeZone), later: scoresOf(later, timeZone) } : null
}

async function pairsOf(
  workspace: WorkspaceId,
  members: Awaited<ReturnType<typeof membersByPerson>>,
  earlier: Scores,
  later: Scores,
): Promise<Pair[]> {
  // prettier-ignore
  const points = await personPoints({
    workspace,
    runs: [earlier.row.runId, later.row.runId],
    ids: [...members.values()].flat().map(({ id }) => BigInt(id)),
    from: earlier.row.asOf,
    to: later.row.asOf,
  })
  return [...members].flatMap(([person, own]) => {
    const rows = {
      before: pointOf(points, earlier.row.runId, own),
      after: pointOf(points, later.row.runId, own),
    }
    const before = scoredPoint(rows.before, earlier, earlier.document.normalisation.reference.type)
    const after = scoredPoint(rows.after, later, later.document.normalisation.reference.type)
    if (!rows.before || !rows.after || !before || !after) return []
    const ids = { before: rows.before.id, after: rows.after.id }
    const stages = { before: rows.before.stage, after: rows.after.stage }
    return [{ person, before, after, ids, stages }]
  })
}

/**
 * The main reason for the change of each of up to a hundred people between two runs, in a line: see `reasonInWords`. All
 * their events are one question, their places another.
 *
 * @param people internal ids, after merges
 * @param runIds of the earlier and the later scores
 * @returns by person; nobody without a score at both, and none at all where a run was replaced meanwhile
 */
export async function changeReasons(
  { id: workspace, timeZone }: Workspace,
  people: readonly string[],
  runIds: readonly [earlier: string, later: string],
): Promise<ReadonlyMap<string, string>> {
  const [scores, members] = await Promise.all([
    scoresOfRuns(runIds, timeZone),
    membersByPerson(workspace, people.slice(0, MOST_KEYS)),
  ])
  if (!scores || members.size === 0) return new Map()
  const { earlier, later } = scores
  const [pairs, occurrences] = await Promise.all([
    pairsOf(workspace, members, earlier, later),
    readOccurrences({
      workspace,
      timeZone,
      ids: [...members.values()].flat().map(({ id }) => id),
      documents: [earlier.document],
      from: earlier.frame.windowFrom - DAY_MS,
      until: later.frame.asOf,
    }),
  ])
  if (pairs.length === 0) return new Map()
  const reference = earlier.document.normalisation.reference.type
  const keys = pairs.map(({ after }) => rankKey(after.raw))
  const place = placeAmong(await baselinesIn(workspace)(earlier, reference, keys), earlier)

  const byMember = new Map<string, KnownOccurrence[]>()
  for (const one of occurrences) {
    const own = byMember.get(one.member)
    if (own) own.push(one)
    else byMember.set(one.member, [one])
  }
  const reasonOf = (pair: Pair): string => {
    const own = members.get(pair.person) ?? []
    const known = { members: own, timeZone, occurrences: own.flatMap(({ id }) => byMember.get(id) ?? []) }
    const change = changeBetween(
      known,
      { id: pair.ids.before, scores: earlier, point: pair.before },
      { id: pair.ids.after, scores: later, point: pair.after },
    )
    const part = earlier.row.versionId === later.row.versionId ? causeOf(pair, place) : 'version'
    const cause = part === 'events' && wasCorrected(change) ? 'corrections' : part
    const versions = { before: earlier.row.version.number, after: later.row.version.number }
    return reasonInWords(changeFacts(change, { cause, stages: pair.stages, versions, timeZone }))
  }
  return new Map(pairs.map((pair) => [pair.person, reasonOf(pair)]))
}
