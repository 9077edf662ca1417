import type { z } from 'zod'
import { documentOf, findVersion, workspaceTimes } from '@/lib/engagement/data'
import { instantOf } from '@/lib/engagement/instants'
import { engagementModel } from '@/lib/engagement/known'
import { mergedSince } from '@/lib/engagement/merged-since'
import { observedUntil } from '@/lib/engagement/observed-until'
import { type SnapshotRow, findSnapshot, isLive } from '@/lib/engagement/snapshot-data'
import { migrationMatrix } from '@/lib/engagement/sql/migration-matrix'
import { stateNames } from '@/lib/engagement/state-names'
import { distributionView } from '@/lib/engagement/views'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { documentChanges } from '@/lib/scoring/engagement/document-changes'
import type { PersonState } from '@/lib/scoring/engagement/state'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { tierMoves } from '@/lib/scoring/engagement/tier-ascent'
import { comparedMovers } from './compared-movers'
import { instantsOf } from './data'
import type { Comparison, compareSchema } from './schema'

/** The states beside the tiers, in the order of the matrix. */
const states = ['grace', 'dormant', 'excluded', 'unknown', 'not-yet-seen'] as const satisfies PersonState[]

const MOST_INSTANTS = 100

type Asked = z.output<typeof compareSchema>
type Version = NonNullable<Awaited<ReturnType<typeof findVersion>>>
type Moves = NonNullable<Comparison['moves']>

async function versionsAsked(context: Context, asked: Asked): Promise<readonly [Version, Version]> {
  const [live] = (await engagementModel(context, asked.id)).versions
  if (!live) throw new AppError('conflict', 'This model has no version yet. Publish it first.')
  const toNumber = asked.to ?? live.number
  const fromNumber = asked.from ?? (toNumber > 1 ? toNumber - 1 : live.number)
  if (fromNumber === toNumber) {
    const only = live.number === 1
    throw new AppError(
      only ? 'conflict' : 'invalid',
      only ? 'This model has one version: there is nothing to compare it with.' : 'from: this is the same version as the other.', // prettier-ignore
      ['from'],
    )
  }
  const [from, to] = await Promise.all([findVersion(asked.id, fromNumber), findVersion(asked.id, toNumber)])
  if (!from) throw new AppError('not_found', `This model has no version ${fromNumber}.`, ['from'])
  if (!to) throw new AppError('not_found', `This model has no version ${toNumber}.`, ['to'])
  return [from, to]
}

/** Where the versions have scores, newest first. */
async function instantsBetween(from: Version, to: Version): Promise<Comparison['instants']> {
  const found = await instantsOf([from.id, to.id])
  const versionsAt = new Map<number, number>()
  for (const { asOf } of found) versionsAt.set(asOf.getTime(), (versionsAt.get(asOf.getTime()) ?? 0) + 1)
  return [...versionsAt].map(([at, versions]) => ({ asOf: new Date(at), both: versions > 1 }))
}

async function instantAsked(
  { workspace, now }: Context,
  asked: Asked,
  newer: Version,
  instants: Comparison['instants'],
): Promise<Date> {
  if (asked.asOf !== undefined) return instantOf(asked.asOf, workspace.timeZone)
  const both = instants.find((instant) => instant.both)
  if (both) return both.asOf
  const own = await findSnapshot(asked.id, { version: newer.number })
  const last = own?.asOf ?? instants[0]?.asOf
  return last ?? observedUntil(await workspaceTimes(workspace.id), now)
}

function sideOf(version: Version, snapshot: SnapshotRow | null): Comparison['to'] {
  const { number, publishedAt, publishedBy, note } = version
  const about = { version: number, publishedAt, publishedBy, note }
  if (!snapshot) return { ...about, scores: null }
  const { n, zeros, bins, tiers, medianRaw, zeroShare, reference, referenceAsOf } = distributionView(snapshot)
  const scores = { n, zeros, bins, tiers, medianRaw, zeroShare, reference, referenceAsOf }
  return { ...about, scores }
}

const placesOf = ({ tiers }: EngagementDocument) => [
  ...tiers.map(({ key, name }) => ({ key, name, kind: 'tier' as const })),
  ...states.map((key) => ({ key, name: stateNames[key], kind: 'state' as const })),
  { key: 'absent', name: 'Not there', kind: 'absent' as const },
]

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Everybody by where either version puts them; null when scores were replaced while they were read. */
async function movesBetween(
  context: Context,
  before: SnapshotRow,
  after: SnapshotRow,
): Promise<Moves | null> {
  const documents = { before: documentOf(before.version), after: documentOf(after.version) }
  const since = await mergedSince([before.runId, after.runId])
  const pair = {
    asOf: after.asOf,
    before: { runId: before.runId, document: documents.before },
    after: { runId: after.runId, document: documents.after },
    since,
  }
  const [counted, movers] = await Promise.all([
    migrationMatrix('tier')({
      workspace: context.workspace.id,
      before: before.runId,
      after: after.runId,
      since,
      tiers: documents.before.tiers.map(({ key }) => key),
      laterTiers: documents.after.tiers.map(({ key }) => key),
      states: [...states],
    }),
    comparedMovers(context, pair),
  ])
  if (!(await isLive(before.runId)) || !(await isLive(after.runId))) return null

  const people = new Map(counted.map((cell) => [`${cell.from} ${cell.to}`, cell.people]))
  const [rows, columns] = [placesOf(documents.before), placesOf(documents.after)]
  /** The query numbers places from 1; 0 is nowhere, which stands last here. */
  const number = (place: number, of: readonly unknown[]) => (place === of.length - 1 ? 0 : place + 1)
  const matrix = rows.map((_, row) =>
    columns.map((_, column) => people.get(`${number(row, rows)} ${number(column, columns)}`) ?? 0),
  )
  return {
    ...tierMoves(documents.before.tiers, documents.after.tiers, matrix),
    rows: rows.map((place, row) => ({ ...place, people: sum(matrix[row] ?? []) })),
    columns: columns.map((place, column) => ({ ...place, people: sum(matrix.map((row) => row[column] ?? 0)) })), // prettier-ignore
    matrix,
    movers,
  }
}

/**
 * Two versions of a model on one date: whom each puts where, under its own reference. Rows and columns of the matrix sum
 * exactly to the counts of the two. Where a version has no scores at that instant it is `missing`, and nobody moves.
 * Throws AppError `not_found`, `invalid`, or `conflict` where there is only one version.
 */
export async function compareVersions(context: Context, asked: Asked): Promise<Comparison> {
  const [from, to] = await versionsAsked(context, asked)
  const instants = await instantsBetween(from, to)
  const asOf = await instantAsked(context, asked, from.number > to.number ? from : to, instants)
  const [before, after] = await Promise.all([
    findSnapshot(asked.id, { asOf, version: from.number }),
    findSnapshot(asked.id, { asOf, version: to.number }),
  ])
  const moves = before && after ? await movesBetween(context, before, after) : null
  // Replaced while it was read: begin again.
  if (before && after && !moves) return compareVersions(context, asked)
  return {
    asOf,
    from: sideOf(from, before),
    to: sideOf(to, after),
    changes: documentChanges(documentOf(from), documentOf(to)).map(({ words }) => words),
    missing: [...(before ? [] : [from.number]), ...(after ? [] : [to.number])],
    instants: instants.slice(0, MOST_INSTANTS),
    moves,
  }
}
