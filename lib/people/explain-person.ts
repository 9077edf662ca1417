import { findModelToShow } from '@/lib/engagement/data'
import { instantOf } from '@/lib/engagement/instants'
import { isLive } from '@/lib/engagement/snapshot-data'
import { publicId } from './called'
import { can, type Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import type { z } from 'zod'
import { changeOf } from './change'
import { type ScoresRow, findScores } from './data'
import { explainedScore } from './explained-score'
import { type Member, idsKnown, readOccurrences } from './histories'
import { knownMembers } from './known-person'
import { maskId } from './mask-emails'
import { type Scores, pointOf, scoresOf } from './person-at'
import { baselinesIn, referenceDay } from './places'
import type { Explanation, explainPersonSchema } from './schema'
import { eventsSince } from './sql/person-events'
import { personPoints } from './sql/person-points'

type Asked = z.output<typeof explainPersonSchema>

async function modelOf(context: Context, id: string | undefined) {
  const model = await findModelToShow(context.workspace.id, id)
  if (!model) throw new AppError('not_found', 'There is no such model.', ['model'])
  return { id: model.id, name: model.name }
}

const noScores = (field: 'asOf' | 'from', asOf: Date | undefined, version: number | undefined) => {
  const when = asOf ? `at ${asOf.toISOString()}` : 'yet'
  const under = version ? ` under version ${version}` : ''
  return new AppError('not_found', `There are no scores of this model ${when}${under}.`, [field])
}

async function laterScores(modelId: string, asked: Asked, timeZone: string): Promise<ScoresRow> {
  const asOf = asked.asOf === 'latest' ? undefined : instantOf(asked.asOf, timeZone)
  const found = await findScores(modelId, { asOf, version: asked.version })
  if (!found) throw noScores('asOf', asOf, asked.version)
  return found
}

/** The scores of `from`: of the version asked for, else of that of the later ones, else of the newest that has some. */
async function earlierScores(
  modelId: string,
  { from, fromVersion }: Asked,
  later: ScoresRow,
  timeZone: string,
): Promise<ScoresRow | null> {
  if (!from) return null
  const asOf = instantOf(from, timeZone)
  const version = fromVersion ?? later.version.number
  const found =
    (await findScores(modelId, { asOf, version })) ??
    (fromVersion ? null : await findScores(modelId, { asOf }))
  if (!found) throw noScores('from', asOf, fromVersion)
  if (asOf > later.asOf || found.runId === later.runId)
    throw new AppError('invalid', 'from: this is not before the instant it is compared with.', ['from'])
  return found
}

async function bothScores(modelId: string, asked: Asked, timeZone: string) {
  const later = await laterScores(modelId, asked, timeZone)
  return [later, await earlierScores(modelId, asked, later, timeZone)] as const
}

/** Everything that is read of a person to explain two points: in one question each. */
async function readPerson(
  { id: workspace, timeZone }: Context['workspace'],
  members: readonly Member[],
  [later, earlier]: readonly [Scores, Scores | null],
) {
  const ids = members.map(({ id }) => id)
  const both = earlier ? [later, earlier] : [later]
  const [points, occurrences] = await Promise.all([
    personPoints({
      workspace,
      runs: both.map(({ row }) => row.runId),
      ids: ids.map(BigInt),
      from: (earlier ?? later).row.asOf,
      to: later.row.asOf,
    }),
    readOccurrences({
      workspace,
      timeZone,
      ids,
      documents: both.map(({ document }) => document),
      from: Math.min(...both.map(({ frame }) => frame.windowFrom)),
      until: later.frame.asOf,
    }),
  ])
  return { points, occurrences }
}

/**
 * Why a person scores what they score (`scoring.md` §1.7), from the stored row of the run: the events behind each term,
 * terms to raw, raw to rank, rank to score; and where `from` is asked, why that changed since.
 * Throws AppError `not_found` for an unknown person or model and where there are no scores, `invalid` for a `from` that
 * is not before `asOf`.
 */
export async function explainPerson(context: Context, asked: Asked): Promise<Explanation> {
  const { id: workspace, timeZone } = context.workspace
  const [known, model] = await Promise.all([knownMembers(context, asked.id), modelOf(context, asked.model)])
  const { person, identity, members } = known
  const [laterRow, earlierRow] = await bothScores(model.id, asked, timeZone)
  const later = scoresOf(laterRow, timeZone)
  const earlier = earlierRow && scoresOf(earlierRow, timeZone)
  const reference = asked.reference ?? later.document.normalisation.reference.type

  const { points, occurrences } = await readPerson(context.workspace, members, [later, earlier])
  const point = pointOf(points, laterRow.runId, members)
  const counted = idsKnown(point?.id ?? person, members, later.started)
  const read = { timeZone, members, points, occurrences, baselinesUnder: baselinesIn(workspace) }
  const [score, change, [since]] = await Promise.all([
    point && explainedScore(read, point, later, reference),
    earlier && changeOf(read, earlier, later, asked.reference),
    eventsSince({ workspace, ids: [...counted].map(BigInt), asOf: laterRow.asOf, since: later.started }),
  ])
  const runs = earlierRow ? [laterRow.runId, earlierRow.runId] : [laterRow.runId]
  // Replaced while it was read: begin again.
  if ((await Promise.all(runs.map(isLive))).includes(false)) return explainPerson(context, asked)

  const shown = publicId(identity)
  return {
    personId: can(context, 'people:unmasked') ? shown : maskId(shown),
    model,
    version: laterRow.version.number,
    asOf: laterRow.asOf,
    windowFrom: new Date(later.frame.windowFrom),
    state: point?.state ?? 'not-scored',
    reference: { type: reference, asOf: referenceDay(later, reference) },
    lateEvents: since?.events ?? 0,
    recounted: point?.state === 'scored' && point.counts.length === 0,
    score,
    change,
  }
}
