import { z } from 'zod'
import { publicId } from '@/lib/people/called'
import { maskId } from '@/lib/people/mask-emails'
import { type Context, can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { seal, unseal } from '@/lib/server/sealed'
import { documentOf } from './data'
import { engagementModel, knownSnapshot } from './known'
import type { ScoreRow, listScoresSchema } from './schema'
import { type SnapshotRow, findSnapshotOfRun, isLive, summaryOfSnapshot } from './snapshot-data'
import { scoresPage } from './sql/scores-page'
import { notPlaced } from './views'

/** Where a list goes on: behind this id, in the scores of this run. */
const placeSchema = z.object({ run: z.uuid(), after: z.string() })
type Place = z.output<typeof placeSchema>

type Asked = z.output<typeof listScoresSchema>

/** The scores that a cursor goes on in, also where newer ones are there by now. */
async function snapshotOfCursor(context: Context, { id }: Asked, { run }: Place): Promise<SnapshotRow> {
  await engagementModel(context, id)
  const snapshot = await findSnapshotOfRun(id, run)
  if (!snapshot) throw new AppError('conflict', 'These scores were replaced. Begin again.', ['cursor'])
  return snapshot
}

/** Whether the reference asked for is not the version's own. Throws AppError `conflict` where nobody was placed under it. */
function asksOther({ version, summary, asOf }: SnapshotRow, reference: Asked['reference']): boolean {
  if (!reference || reference === documentOf(version).normalisation.reference.type) return false
  const { n, other } = summaryOfSnapshot({ summary })
  if (n > 0 && !other) throw notPlaced(reference, asOf)
  return true
}

/**
 * One page of the scores of a model at an instant under a reference (default: the version's own), in an order of their
 * own. Throws AppError `conflict` when the scores were replaced between two pages: what was read belongs to no run any
 * more.
 */
export async function pageOfScores(
  context: Context,
  asked: Asked,
): Promise<{ items: ScoreRow[]; nextCursor: string | null }> {
  const { state, tier = null, stage = null, minScore = null, reference, cursor, limit } = asked
  const place = cursor ? unseal(placeSchema, cursor, 'cursor') : null
  const snapshot = place ? await snapshotOfCursor(context, asked, place) : await knownSnapshot(context, asked)
  const found = await scoresPage(asksOther(snapshot, reference))({
    workspace: context.workspace.id,
    run: snapshot.runId,
    after: place?.after ?? '0',
    ...{ state, tier, stage, minScore },
    limit: limit + 1,
  })
  // Replaced while it was read: begin again, or say so to whoever is in the middle.
  if (!(await isLive(snapshot.runId))) return pageOfScores(context, asked)

  const unmasked = can(context, 'people:unmasked')
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    items: rows.map(({ identity, raw, score, tier, stage, state }) => {
      const id = publicId(identity)
      const { asOf, version } = snapshot
      return {
        personId: unmasked ? id : maskId(id),
        raw,
        score,
        tier: tier || null,
        stage: stage || null,
        state,
        asOf,
        version: version.number,
      }
    }),
    nextCursor: found.length > limit && last ? seal({ run: snapshot.runId, after: last.person }) : null,
  }
}
