import { DateTime } from 'luxon'
import type { z } from 'zod'
import { documentOf, findModelToShow } from '@/lib/engagement/data'
import { instantOf } from '@/lib/engagement/instants'
import { daysAway } from '@/lib/engagement/local-day'
import { findSnapshot } from '@/lib/engagement/snapshot-data'
import { type Context, can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { publicId } from './called'
import { findVersions, scheduledPoints } from './data'
import type { Member } from './histories'
import { knownMembers } from './known-person'
import { maskId } from './mask-emails'
import { pointOf, scoreUnder } from './person-at'
import type { PersonPath, personPathSchema } from './schema'
import { pathPoints } from './sql/person-points'

type Asked = z.output<typeof personPathSchema>
type Point = Awaited<ReturnType<typeof scheduledPoints>>[number]

/** Of each instant the scores of the newest version that has some. */
function newestOfEach(points: readonly Point[]): Point[] {
  const seen = new Set<number>()
  return points.filter(({ asOf }) => seen.size < seen.add(asOf.getTime()).size)
}

/** Those of local Mondays, and the newest one. */
function weekly(points: readonly Point[], timeZone: string): Point[] {
  return points.filter(
    ({ asOf }, index) =>
      index === points.length - 1 || DateTime.fromJSDate(asOf, { zone: timeZone }).weekday === 1,
  )
}

/** Where the path begins that ends at `to`: a year earlier. */
export const pathFrom = (to: Date, timeZone: string) => daysAway(to, -366, timeZone)

/** The scores a path is made of, oldest first. */
export const pathInstants = async (
  modelId: string,
  from: Date,
  to: Date,
  timeZone: string,
): Promise<Point[]> => weekly(newestOfEach(await scheduledPoints(modelId, from, to)), timeZone)

/** What the runs of some instants say of a person under a reference, in their order. */
async function pathOver(
  workspace: Context['workspace'],
  members: readonly Member[],
  points: readonly Point[],
  reference: Asked['reference'],
): Promise<PersonPath['items']> {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return []
  const [rows, versions] = await Promise.all([
    pathPoints({
      workspace: workspace.id,
      runs: points.map(({ runId }) => runId),
      ids: members.map(({ id }) => BigInt(id)),
      from: first.asOf,
      to: last.asOf,
    }),
    findVersions([...new Set(points.map(({ versionId }) => versionId))]),
  ])
  const documents = new Map(versions.map((version) => [version.id, documentOf(version)]))
  const byRun = new Map<string, typeof rows>()
  for (const row of rows) byRun.set(row.run, [...(byRun.get(row.run) ?? []), row])

  return points.map(({ asOf, runId, versionId, version }) => {
    const row = pointOf(byRun.get(runId) ?? [], runId, members)
    const document = documents.get(versionId)
    const placed = row && document ? scoreUnder(row, document, reference) : { score: null, tier: null }
    return {
      asOf,
      ...placed,
      raw: row?.raw ?? null,
      stage: row?.stage || null,
      state: row?.state ?? 'not-scored',
      version: version.number,
    }
  })
}

/**
 * The weekly scores of a person: those of scheduled runs at local Mondays, and the newest. Before somebody was merged
 * they are those of the id the run knew. Throws AppError `not_found`, `invalid` where `from` is after `to`.
 */
export async function personPath(context: Context, asked: Asked): Promise<PersonPath> {
  const { workspace } = context
  const { timeZone } = workspace
  const [{ identity, members }, model] = await Promise.all([
    knownMembers(context, asked.id),
    findModelToShow(workspace.id, asked.model),
  ])
  if (!model && asked.model) throw new AppError('not_found', 'There is no such model.', ['model'])
  const newest = model && (await findSnapshot(model.id, {}))
  const shown = publicId(identity)
  const about = {
    personId: can(context, 'people:unmasked') ? shown : maskId(shown),
    model: model && { id: model.id, name: model.name },
    reference: asked.reference,
    nextCursor: null,
  }
  if (!model || !newest) return { ...about, referenceAsOf: null, tiers: [], items: [] }

  const to = asked.to ? instantOf(asked.to, timeZone) : newest.asOf
  const from = asked.from ? instantOf(asked.from, timeZone) : pathFrom(to, timeZone)
  if (from > to) throw new AppError('invalid', 'from: this is after `to`.', ['from'])
  const points = await pathInstants(model.id, from, to, timeZone)
  const items = await pathOver(workspace, members, points, asked.reference)
  const [version] = await findVersions([points.at(-1)?.versionId ?? newest.versionId])
  const { tiers } = documentOf(newest.version)
  return {
    ...about,
    referenceAsOf: asked.reference === 'frozen' ? (version?.referenceAsOf ?? null) : null,
    tiers: tiers.map(({ key, name, from, colour }) => ({ key, name, from, colour })),
    items,
  }
}
