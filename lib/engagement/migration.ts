import type { z } from 'zod'
import type { PersonState } from '@/lib/scoring/engagement/state'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { comparedSnapshots } from './compared-snapshots'
import { documentOf } from './data'
import { mergedSince } from './merged-since'
import type { Migration, migrationSchema } from './over-time-schema'
import { isLive, summaryOfSnapshot } from './snapshot-data'
import { migrationMatrix } from './sql/migration-matrix'
import { stateNames } from './state-names'
import { tiersUnder } from './under-reference'
import { notPlaced } from './views'

/** The states beside the tiers, in the order of the matrix. */
const states = ['grace', 'dormant', 'excluded', 'unknown', 'not-yet-seen'] as const satisfies PersonState[]

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/**
 * **Migration** (`scoring.md` §1.6): everybody of two snapshots of one version, by where they were and where they are,
 * both placed under the same reference. Rows and columns sum exactly to the counts of the two snapshots; somebody merged
 * in between goes on as the person they are counted as. Throws AppError `not_found`, `invalid`, or `conflict` where a
 * snapshot was not placed under that reference.
 */
export async function migrationOf(
  context: Context,
  asked: z.output<typeof migrationSchema>,
): Promise<Migration> {
  const { before, after } = await comparedSnapshots(context, asked)
  if (!before) {
    throw new AppError('not_found', 'There are no scheduled scores of four weeks before. Give from.', [
      'from',
    ])
  }
  const document = documentOf(after.version)
  const { reference } = asked
  for (const snapshot of [before, after]) {
    if (!tiersUnder(document, summaryOfSnapshot(snapshot), reference))
      throw notPlaced(reference, snapshot.asOf)
  }

  const column = document.normalisation.reference.type === reference ? 'tier' : 'other_tier'
  const counted = await migrationMatrix(column)({
    workspace: context.workspace.id,
    before: before.runId,
    after: after.runId,
    since: await mergedSince([before.runId, after.runId]),
    tiers: document.tiers.map(({ key }) => key),
    laterTiers: document.tiers.map(({ key }) => key),
    states: [...states],
  })
  // Replaced while it was read: begin again.
  if (!(await isLive(before.runId)) || !(await isLive(after.runId))) return migrationOf(context, asked)

  const known = [
    ...document.tiers.map(({ key, name }) => ({ key, name, kind: 'tier' as const })),
    ...states.map((key) => ({ key, name: stateNames[key], kind: 'state' as const })),
  ]
  const nowhere = { key: 'absent', name: 'Not there', kind: 'absent' as const }
  const people = new Map(counted.map(({ from, to, people }) => [`${from} ${to}`, people]))
  /** Numbers of the places as the query gives them, the absent last. */
  const order = [...known.map((_, index) => index + 1), 0]
  const matrix = order.map((from) => order.map((to) => people.get(`${from} ${to}`) ?? 0))
  return {
    from: before.asOf,
    to: after.asOf,
    version: after.version.number,
    reference,
    referenceAsOf: after.version.referenceAsOf,
    places: [...known, nowhere].map((place, index) => ({
      ...place,
      before: sum(matrix[index] ?? []),
      after: sum(matrix.map((row) => row[index] ?? 0)),
    })),
    matrix,
  }
}
