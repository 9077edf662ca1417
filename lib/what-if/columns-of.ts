import type { z } from 'zod'
import { engagementModel } from '@/lib/engagement/known'
import { findSnapshotOfRun } from '@/lib/engagement/snapshot-data'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { loadLive, loadPopulation } from './columns'
import { type Columns, encodeColumns } from './columns-format'
import { findCount, touchCounts } from './data'
import { type columnsSchema, maxRowsInBrowser } from './schema'
import { type Source, findLive, liveOf, sourceOfCount, sourceOfRun } from './source'

type Asked = z.output<typeof columnsSchema>

async function knownSource({ workspace, now }: Context, { id, population }: Asked): Promise<Source | null> {
  const snapshot = await findSnapshotOfRun(id, population)
  if (snapshot) return sourceOfRun(workspace.id, liveOf(snapshot))
  const row = await findCount(workspace.id, population)
  if (row?.state !== 'done') return null
  await touchCounts([row.id], now)
  return sourceOfCount(row)
}

/**
 * The columns of a population for the browser, with the live scores of its instant in its rows where they are asked
 * for. `encode` makes the bytes: see columns-format. Throws AppError `not_found`, or `too_large` above what a browser is
 * given.
 */
export async function columnsOf(
  context: Context,
  asked: Asked,
): Promise<{ encode: () => Uint8Array<ArrayBuffer> }> {
  await engagementModel(context, asked.id)
  const source = await knownSource(context, asked)
  if (!source)
    throw new AppError('not_found', 'There are no such columns any more. Prepare the preview again.')
  if (source.rows > maxRowsInBrowser) {
    throw new AppError('too_large', `Over ${maxRowsInBrowser} people are previewed on the server.`)
  }
  const workspace = context.workspace.id
  const { population } = await loadPopulation(workspace, source)
  const columns: Columns = { population, live: null }
  const live = asked.live ? await findLive(asked.id, source.asOf) : null
  const run = live && (await sourceOfRun(workspace, live))
  if (live && run) {
    columns.live = { version: live.version, ...(await loadLive(workspace, live, source, run)) }
  }
  return { encode: () => encodeColumns(columns) }
}
