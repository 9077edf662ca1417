import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { ask } from '@/lib/engagement/testing'
import { type StageBaseline, type StageCount, baselinesOfCounts } from '@/lib/scoring/engagement/baselines'
import { changeOf } from './change'
import { findScores } from './data'
import { explainedScore } from './explained-score'
import { type KnownOccurrence, membersByPerson, readOccurrences } from './histories'
import { type Scores, pointOf, scoresOf } from './person-at'
import type { BaselinesUnder } from './places'
import type { Explanation } from './schema'
import { type PersonPoint, personPoints } from './sql/person-points'

/** Scores of a model that there are. */
export type At = { asOf: Date; version: number }

export type Explained = { stored: PersonPoint | null } & Pick<Explanation, 'score' | 'change'>

type Asked = { workspace: WorkspaceId; timeZone: string; model: string; people: readonly string[]; from: At; to: At } // prettier-ignore

async function scoresAt({ model, timeZone }: Asked, at: At): Promise<Scores> {
  const row = await findScores(model, at)
  if (!row) throw new Error(`no scores at ${at.asOf.toISOString()}`)
  return scoresOf(row, timeZone)
}

/** Everybody who is compared with, read once: what `baselinesIn` asks of a few places at a time. */
function wholeBaselines(workspace: WorkspaceId): BaselinesUnder {
  const known = new Map<string, Promise<readonly StageBaseline[]>>()
  const countsOf = ({ row, document }: Scores, isRolling: boolean) =>
    isRolling
      ? ask<StageCount>(
          `SELECT indexOf({stages:Array(String)}, s.stage) - 1 AS stage, floor(assumeNotNull(raw) * 1e9 + 0.5) AS key,
             toUInt32(count()) AS people
           FROM scores AS s WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID} AND state = 'scored'
           GROUP BY stage, key`,
          { workspace, run: row.runId, stages: document.lifecycle.stages.map(({ key }) => key) },
        )
      : ask<StageCount>(
          `SELECT stage, rank_key AS key, toUInt32(people) AS people FROM version_references
           WHERE workspace_id = {workspace:UUID} AND version_id = {version:UUID}`,
          { workspace, version: row.versionId },
        )
  return (scores, reference) => {
    const isRolling = reference === 'rolling'
    const of = isRolling ? scores.row.runId : scores.row.versionId
    const found =
      known.get(of) ?? countsOf(scores, isRolling).then((rows) => baselinesOfCounts(numbers(rows), scores.document)) // prettier-ignore
    known.set(of, found)
    return found
  }
}

const numbers = (rows: readonly StageCount[]): StageCount[] =>
  rows.map(({ stage, key, people }) => ({ stage: Number(stage), key: Number(key), people: Number(people) }))

function byMember(occurrences: readonly KnownOccurrence[]): ReadonlyMap<string, readonly KnownOccurrence[]> {
  const found = new Map<string, KnownOccurrence[]>()
  for (const one of occurrences) {
    const own = found.get(one.member) ?? []
    own.push(one)
    found.set(one.member, own)
  }
  return found
}

/**
 * What `explainPerson` says of many people, with as many questions as of one: a demo is explained whole in a moment.
 * @param people internal ids
 */
export async function explainAll(asked: Asked): Promise<ReadonlyMap<string, Explained>> {
  const { workspace, timeZone, people } = asked
  const [earlier, later, byPerson] = await Promise.all([
    scoresAt(asked, asked.from),
    scoresAt(asked, asked.to),
    membersByPerson(workspace, people),
  ])
  const ids = [...byPerson.values()].flat().map(({ id }) => id)
  const [points, occurrences] = await Promise.all([
    personPoints({ workspace, runs: [earlier.row.runId, later.row.runId], ids: ids.map(BigInt), from: earlier.row.asOf, to: later.row.asOf }), // prettier-ignore
    readOccurrences({ workspace, timeZone, ids, documents: [earlier.document, later.document], from: Math.min(earlier.frame.windowFrom, later.frame.windowFrom), until: later.frame.asOf }), // prettier-ignore
  ])
  const own = byMember(occurrences)
  const baselinesUnder = wholeBaselines(workspace)
  const explained = new Map<string, Explained>()
  for (const [person, members] of byPerson) {
    const theirs = members.flatMap(({ id }) => own.get(id) ?? [])
    const read = { timeZone, members, points, occurrences: theirs, baselinesUnder }
    const stored = pointOf(points, later.row.runId, members)
    const reference = later.document.normalisation.reference.type
    const score = stored && (await explainedScore(read, stored, later, reference))
    explained.set(person, { stored, score, change: await changeOf(read, earlier, later, undefined) })
  }
  return explained
}
