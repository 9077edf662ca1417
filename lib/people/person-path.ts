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
import { type Member, membersByPerson } from './histories'
import { knownPerson } from './known-person'
import { maskId } from './mask-emails'
import { pointOf, scoreUnder } from './person-at'
import type { PersonPath, personPathSchema } from './schema'
import { pathPoints } from './sql/person-points'
import { publicIdentities } from './sql/public-identities'

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
  const [person, model] = await Promise.all([
    knownPerson(context, asked.id),
    findModelToShow(workspace.id, asked.model),
  ])
  if (!model && asked.model) throw new AppError('not_found', 'There is no such model.', ['model'])
  const [newest, byPerson, [named]] = await Promise.all([
    model && findSnapshot(model.id, {}),
    membersByPerson(workspace.id, [person]),
    publicIdentities({ workspace: workspace.id, ids: [BigInt(person)] }),
  ])
  const shown = publicId(named?.identity ?? '')
  const about = {
    personId: can(context, 'people:unmasked') ? shown : maskId(shown),
    model: model && { id: model.id, name: model.name },
    reference: asked.reference,
    nextCursor: null,
  }
  if (!model || !newest) return { ...about, referenceAsOf: null, tiers: [], items: [] }

  const to = asked.to ? instantOf(asked.to, timeZone) : newest.asOf
  const from = asked.from ? instantOf(asked.from, timeZone) : daysAway(to, -366, timeZone)
  if (from > to) throw new AppError('invalid', 'from: this is after `to`.', ['from'])
  const points = weekly(newestOfEach(await scheduledPoints(model.id, from, to)), timeZone)
  const items = await pathOver(workspace, byPerson.get(person) ?? [], points, asked.reference)
  const [version] = await findVersions([points.at(-1)?.versionId ?? newest.versionId])
  const { tiers } = documentOf(newest.version)
  return {
    ...about,
    referenceAsOf: asked.reference === 'frozen' ? (version?.referenceAsOf ?? null) : null,
    tiers: tiers.map(({ key, name, from }) => ({ key, name, from })),
    items,
  }
}

/**
 * Since when a person was found in the tier of their newest score, at every scheduled instant of a version under its own
 * reference; null without a tier.
 */
export async function tierSince(
  workspace: Context['workspace'],
  members: readonly Member[],
  { modelId, versionId, asOf, tier, reference }: { modelId: string; versionId: string; asOf: Date; tier: string | null; reference: Asked['reference'] }, // prettier-ignore
): Promise<Date | null> {
  if (!tier) return null
  const found = await scheduledPoints(modelId, daysAway(asOf, -366, workspace.timeZone), asOf)
  const own = found.filter((point) => point.versionId === versionId)
  const path = await pathOver(workspace, members, own, reference)
  const other = path.findLastIndex((point) => point.tier !== tier)
  return path[other + 1]?.asOf ?? asOf
}
