import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { log } from '@/lib/server/log'
import { type Checkpoint, RunCancelled, cancellable } from './cancellable'
import {
  type CountPass,
  type CountPoint,
  type WorkspaceFacts,
  countPasses,
  countPoints,
} from './count-points'
import { documentOf } from './data'
import { frameAt } from './frame'
import { countedFacts, placeRun } from './place-run'
import { type ReferenceSummary, referenceOfVersion } from './reference'
import { type RunToDo, endRuns, finishRun } from './run-data'
import { runFailure } from './run-failure'
import { progressOf } from './run-progress'
import { type Tagged, runTag } from './sql/kill-run'
import { type ObsoleteRun, deleteScoresOfRuns, dropCountsOfRuns } from './sql/remove-run'
import { runFacts } from './sql/run-facts'
import { type Counted, referenceCountsId, storeReference } from './store-reference'

/** Tells the time; tests pass their own. */
export type Clock = () => Date

/**
 * Points that are counted in one pass over the events. More of them save passes; but every one is a number more for
 * each behavior of each person in memory, and a row more on the disk, and the first is done only with the others.
 */
const POINTS_A_GROUP = { most: 13, fewest: 4, rows: 8_000_000 }

/** Points that are counted together, and of the reference what is counted beside them. */
type Group = { runs: readonly RunToDo[]; reference: Counted | null; passes: readonly CountPass[] }

/**
 * Scores runs of one version together: counts what everybody did at many of the points in one pass over the events,
 * range by range, then point by point, the newest first, places everybody, keeps the summary, and makes the scores the
 * live ones of (version, asOf). May run twice: what a job that died has left is removed first. Runs that fail or are
 * cancelled leave no rows; those that were done before stay done.
 *
 * @param id what the work is found by when it has to be stopped
 * @param runs of one version, newest first; of nothing nothing is done
 */
export async function scoreTogether(id: string, runs: readonly RunToDo[], clock: Clock): Promise<void> {
  if (runs.length === 0) return
  const left = new Map(runs.map((run) => [run.id, run]))
  const ids = [...left.keys()]
  try {
    await removeRows(id, runs, runs)
    await cancellable(id, ids, (checkpoint) =>
      scoreGroups(id, runs, checkpoint, async (run, summary) => {
        const outcome = await finishRun(run, summary, clock())
        if (outcome.kind === 'cancelled') throw new RunCancelled()
        left.delete(run.id)
        return outcome.kind === 'superseded' ? run.id : outcome.replaced
      }),
    )
  } catch (error) {
    // First the state, so that whoever cancelled sees it at once: the rows are read by nobody.
    if (error instanceof RunCancelled) await endRuns(ids, 'cancelled', clock())
    else {
      log().error({ err: error, runId: id }, 'runs failed')
      await endRuns(ids, 'failed', clock(), runFailure(error))
    }
    await removeRows(id, runs, [...left.values()]).catch((err: unknown) => wereLeft(err, id))
  }
}

type Finish = (run: RunToDo, summary: Awaited<ReturnType<typeof placeRun>>) => Promise<string | null>

async function scoreGroups(
  id: string,
  runs: readonly RunToDo[],
  checkpoint: Checkpoint,
  finish: Finish,
): Promise<void> {
  const [newest] = runs
  if (!newest) return
  const { workspaceId: workspace, version } = newest
  const document = documentOf(version)
  const tagged: Tagged = { lane: 'jobs', tag: runTag(id) }
  const [counted = { events: 0, people: 0, hasMerges: false }] = await runFacts({ workspace }, tagged)
  const facts: WorkspaceFacts = { ...counted, workspace, zone: newest.workspace.timeZone }

  let reference = referenceOfVersion(version)
  const groups = groupsOf(id, runs, document, facts, reference)
  const statements = groups.flatMap(({ passes }) => passes.map(({ ranges }) => ranges.length))
  const steps = statements.reduce((sum, ranges) => sum + ranges, 0) + runs.length
  const step = progressOf(
    runs.map((run) => run.id),
    steps,
  )
  const obsolete: ObsoleteRun[] = []
  try {
    for (const group of groups) {
      await countPoints(document, group.passes, facts, { tagged, checkpoint, step })
      checkpoint()
      reference ??= await firstReference(group, document, tagged)
      const counts = await countedFacts(
        group.runs.map((run) => run.id),
        document,
        tagged,
      )
      for (const run of group.runs) {
        checkpoint()
        const point = { workspace, run: run.id, asOf: run.asOf, version: version.id }
        const summary = await placeRun(point, document, reference, tagged, counts)
        checkpoint()
        const replaced = await finish(run, summary)
        if (replaced) obsolete.push({ run: replaced, asOf: run.asOf })
        await step()
      }
      const { reference: beside } = group
      const done = [...group.runs.map((run) => run.id), ...(beside ? [beside.run] : [])]
      await tidyUp(id, () => dropCountsOfRuns(done))
    }
  } finally {
    // All at once: the engine rewrites the same parts for one run or for fifty, and waits for its merges before.
    await tidyUp(id, () => deleteScoresOfRuns(workspace, obsolete))
  }
}

/**
 * The runs by groups. A version without a reference gets the people of its instant counted with the first group, unless
 * that is one of the group's own points.
 */
function groupsOf(
  id: string,
  runs: readonly RunToDo[],
  document: EngagementDocument,
  facts: WorkspaceFacts,
  reference: ReferenceSummary | null,
): Group[] {
  const { most, fewest, rows } = POINTS_A_GROUP
  const size = Math.min(most, Math.max(fewest, Math.floor(rows / Math.max(1, facts.people))))
  const groups: Group[] = []
  for (let from = 0; from < runs.length; from += size) {
    const members = runs.slice(from, from + size)
    const beside = from === 0 && !reference ? referencePoint(id, members) : null
    const pointOf = (run: string, asOf: Date, keepCounts: boolean): CountPoint => ({
      run,
      frame: frameAt(document, asOf, facts.zone),
      keepCounts,
    })
    // Many numbers a person, so only the newest of many points keeps them.
    const points = members.map((run) =>
      pointOf(run.id, run.asOf, runs.length === 1 || run.id === run.batchId),
    )
    if (beside) points.push(pointOf(beside.run, beside.asOf, false))
    groups.push({ runs: members, reference: beside, passes: countPasses(document, points, facts) })
  }
  return groups
}

function referencePoint(id: string, runs: readonly RunToDo[]): Counted | null {
  const [newest] = runs
  if (!newest) return null
  const { referenceAsOf } = newest.version
  if (runs.some(({ asOf }) => asOf.getTime() === referenceAsOf.getTime())) return null
  return { run: referenceCountsId(id), asOf: referenceAsOf }
}

function firstReference(
  { runs, reference }: Group,
  document: EngagementDocument,
  tagged: Tagged,
): Promise<ReferenceSummary | null> {
  const [newest] = runs
  if (!newest) return Promise.resolve(null)
  const { version, workspaceId: workspace } = newest
  const ofInstant = runs.filter(({ asOf }) => asOf.getTime() === version.referenceAsOf.getTime())
  const counted = [
    ...(reference ? [reference] : []),
    ...[...ofInstant, newest].map(({ id, asOf }) => ({ run: id, asOf })),
  ]
  return storeReference({ workspace, version: version.id }, document, counted, tagged)
}

/** Removes all counts, and the scores of those that are not done. */
async function removeRows(
  id: string,
  runs: readonly RunToDo[],
  unfinished: readonly RunToDo[],
): Promise<void> {
  await dropCountsOfRuns([referenceCountsId(id), ...runs.map((run) => run.id)])
  const scored = unfinished.map((run) => ({ run: run.id, asOf: run.asOf }))
  for (const { workspaceId } of unfinished.slice(0, 1)) await deleteScoresOfRuns(workspaceId, scored)
}

/** What cannot be removed is read by nobody and hurts nothing but the disk. */
const tidyUp = (id: string, work: () => Promise<void>): Promise<void> =>
  work().catch((error: unknown) => wereLeft(error, id))

const wereLeft = (err: unknown, runId: string) =>
  log().error({ err, runId }, 'obsolete rows of runs were left')
