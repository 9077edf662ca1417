import type { z } from 'zod'
import { called } from '@/lib/people/called'
import { changeReasons } from '@/lib/people/change-reasons'
import { maskId } from '@/lib/people/mask-emails'
import { factsByPerson, membersOf } from '@/lib/people/members'
import { peopleFacts } from '@/lib/people/sql/people-facts'
import { type Context, can } from '@/lib/server/context'
import { comparedSnapshots } from './compared-snapshots'
import { documentOf } from './data'
import { mergedSince } from './merged-since'
import type { Mover, Movers, moversSchema } from './over-time-schema'
import { type SnapshotRow, isLive } from './snapshot-data'
import { movers } from './sql/movers'
import { type ScoreOfPerson, scoresOfPeople } from './sql/scores-of-people'
import { weeklySnapshots } from './weekly-snapshots'

const WEEKS = 12

type Asked = z.output<typeof moversSchema>
type Point = { asOf: Date; runId: string }
type Moved = Awaited<ReturnType<ReturnType<typeof movers>>>[number]

/** The weekly scores before an instant and those of the instant itself, twelve at most, oldest first. */
async function lastWeeks(after: SnapshotRow, timeZone: string): Promise<Point[]> {
  const weekly = await weeklySnapshots(after, WEEKS, timeZone)
  return [...weekly.filter(({ asOf }) => asOf < after.asOf), after].slice(-WEEKS)
}

/** By run and person their row: their own, else the first of those they are counted as now. */
export function rowsByPerson(rows: readonly ScoreOfPerson[], members: ReadonlyMap<string, string>) {
  const chosen = new Map<string, ScoreOfPerson>()
  for (const row of rows) {
    const person = members.get(row.id) ?? row.id
    const key = `${row.run} ${person}`
    if (row.id === person || !chosen.has(key)) chosen.set(key, row)
  }
  return (run: string, person: string) => chosen.get(`${run} ${person}`)
}

async function described(
  context: Context,
  moved: readonly Moved[],
  runs: { before: Point; after: Point; weeks: readonly Point[] },
): Promise<Mover[]> {
  const workspace = context.workspace.id
  const unmasked = can(context, 'people:unmasked')
  const people = moved.map(({ person }) => person)
  const members = await membersOf(workspace, people)
  const ids = [...members.keys()].map(BigInt)
  const runIds = [...new Set([runs.before.runId, ...runs.weeks.map(({ runId }) => runId)])]
  const [facts, rows, reasons] = await Promise.all([
    peopleFacts({ workspace, ids, own: people.map(BigInt) }),
    scoresOfPeople({ workspace, runs: runIds, ids }),
    changeReasons(context.workspace, people, [runs.before.runId, runs.after.runId]),
  ])
  const known = factsByPerson(facts, members)
  const rowOf = rowsByPerson(rows, members)
  return moved.map(({ person, before, after }) => {
    const then = rowOf(runs.before.runId, person)
    const now = rowOf(runs.after.runId, person)
    const account = now?.account || null
    return {
      ...called(known.get(person) ?? new Map(), unmasked),
      account: account && !unmasked ? maskId(account) : account,
      before,
      after,
      change: after - before,
      tierBefore: then?.tier ?? '',
      tierAfter: now?.tier ?? '',
      stageBefore: then?.stage ?? '',
      stageAfter: now?.stage ?? '',
      history: runs.weeks.map(({ runId }) => rowOf(runId, person)?.score ?? null),
      reason: reasons.get(person) ?? null,
    }
  })
}

/**
 * The people whose score changed most between two snapshots of a version, under its own reference: those with a score
 * in both, somebody merged in between as the person they are counted as. Without earlier scores nobody.
 * Throws AppError `not_found`, `invalid`.
 */
export async function moversOf(context: Context, asked: Asked): Promise<Movers> {
  const { workspace } = context
  const { before, after } = await comparedSnapshots(context, asked)
  const { tiers, normalisation } = documentOf(after.version)
  const about = {
    version: after.version.number,
    reference: normalisation.reference.type,
    to: after.asOf,
    tiers: tiers.map(({ key, name, from, colour }) => ({ key, name, from, colour })),
  }
  if (!before) return { ...about, from: null, n: null, weeks: [], items: [] }

  const [since, weeks] = await Promise.all([
    mergedSince([before.runId, after.runId]),
    lastWeeks(after, workspace.timeZone),
  ])
  const found = await movers(asked.direction)({
    workspace: workspace.id,
    before: before.runId,
    after: after.runId,
    since,
    limit: asked.limit,
  })
  const moved = found.filter(({ before, after }) =>
    asked.direction === 'both'
      ? after !== before
      : asked.direction === 'up'
        ? after > before
        : after < before,
  )
  const items = moved.length === 0 ? [] : await described(context, moved, { before, after, weeks })
  // Replaced while it was read: begin again.
  if (!(await isLive(before.runId)) || !(await isLive(after.runId))) return moversOf(context, asked)
  return { ...about, from: before.asOf, n: found[0]?.n ?? 0, weeks: weeks.map(({ asOf }) => asOf), items }
}
