import type { z } from 'zod'
import { type Context, can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { knownSnapshot } from './known'
import { maskedPersonId, publicPersonId } from './public-person-id'
import type { ScoreRow, listScoresSchema } from './schema'
import { isLive } from './snapshot-data'
import { scoresPage } from './sql/scores-page'

type Place = { run: string; after: string }

const cursorOf = ({ run, after }: Place) => Buffer.from(`${run} ${after}`).toString('base64url')

function placeOf(cursor: string): Place {
  const found = /^([0-9a-f-]{36}) (\d{1,20})$/.exec(Buffer.from(cursor, 'base64url').toString())
  const [, run, after] = found ?? []
  if (!run || !after) throw new AppError('invalid', 'This cursor is not one of ours.', ['cursor'])
  return { run, after }
}

/**
 * One page of the scores of a model at an instant, in an order of their own. Throws AppError `conflict` when the
 * scores were replaced between two pages: what was read belongs to no run any more.
 */
export async function pageOfScores(
  context: Context,
  { state, tier, stage, minScore, cursor, limit, ...asked }: z.output<typeof listScoresSchema>,
): Promise<{ items: ScoreRow[]; nextCursor: string | null }> {
  const snapshot = await knownSnapshot(context, asked)
  const place = cursor ? placeOf(cursor) : { run: snapshot.runId, after: '0' }
  const replaced = () =>
    new AppError('conflict', 'These scores were replaced meanwhile. Begin again.', ['cursor'])
  if (place.run !== snapshot.runId) throw replaced()

  const filters = { state, tier: tier ?? null, stage: stage ?? null, minScore: minScore ?? null }
  const found = await scoresPage({ workspace: context.workspace.id, ...place, ...filters, limit: limit + 1 })
  if (!(await isLive(place.run))) throw replaced()

  const unmasked = can(context, 'people:unmasked')
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return {
    items: rows.map(({ identity, raw, score, tier, stage, state }) => {
      const id = publicPersonId(identity)
      const { asOf, version } = snapshot
      return {
        personId: unmasked ? id : maskedPersonId(id),
        raw,
        score,
        tier: tier || null,
        stage: stage || null,
        state,
        asOf,
        version: version.number,
      }
    }),
    nextCursor: found.length > limit && last ? cursorOf({ run: place.run, after: last.person }) : null,
  }
}
