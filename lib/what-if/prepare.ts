import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { workspaceTimes } from '@/lib/engagement/data'
import { pinnedInstant } from '@/lib/engagement/frozen-reference'
import { instantOf } from '@/lib/engagement/instants'
import { observedUntil } from '@/lib/engagement/observed-until'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { type CountRow, findCountedInstant, listDoneIds, startCounts, touchCounts } from './data'
import { type Live, type Source, findLive, findSource, fingerprintOf } from './source'

const HOUR_MS = 3_600_000

const referencePath = ['normalisation', 'reference', 'asOf']

/** Whether a document can be evaluated now, and on what. */
export type Preparation =
  | { state: 'ready'; asOf: Date; population: Source; reference: Source | null; live: Live | null }
  | { state: 'counting'; asOf: Date; counts: readonly CountRow[] }
  | { state: 'failed'; message: string }
  | { state: 'empty'; message: string; path?: (string | number)[] }

type Asked = { modelId: string; document: EngagementDocument; asOf?: string; again: boolean }

/** The instant of a preview that names none: of the newest scores, else until when is observed. */
async function usualInstant(context: Context, modelId: string, live: Live | null): Promise<Date> {
  const { workspace, now } = context
  if (live) return live.asOf
  const until = observedUntil(await workspaceTimes(workspace.id), now)
  if (until.getTime() !== now.getTime()) return until
  // What is observed until now moves on with every look: for an hour, what was counted is near enough.
  const recent = new Date(now.getTime() - HOUR_MS)
  return (await findCountedInstant(workspace.id, modelId, recent)) ?? until
}

function askedInstant({ workspace, now }: Context, text: string): Date {
  const asOf = instantOf(text, workspace.timeZone)
  if (asOf > now) throw new AppError('invalid', 'A preview cannot be in the future.', ['asOf'])
  if (asOf.getTime() < 0) throw new AppError('invalid', 'A preview cannot be before 1970.', ['asOf'])
  return asOf
}

type Zoned = { id: WorkspaceId; timeZone: string }

/** The columns of an instant; for a pinned day those of scores of that very instant too. */
async function sourceAt(
  workspace: Zoned,
  document: EngagementDocument,
  { asOf, live, modelId, now }: { asOf: Date; live: Live | null; modelId: string; now: Date },
): Promise<Source | null> {
  const then = live?.asOf.getTime() === asOf.getTime() ? live : await findLive(modelId, asOf)
  return findSource(workspace, document, { asOf, live: then, now })
}

function ended(counts: readonly CountRow[]): string | null {
  const failed = counts.find(({ state }) => state === 'failed')
  if (failed) return failed.error ?? 'The counting failed.'
  return counts.some(({ state }) => state === 'cancelled') ? 'The counting was cancelled.' : null
}

/**
 * Finds what a document is evaluated on: the people of an instant and, for a frozen reference, those of its day. What
 * nobody has counted yet is queued to be counted, all in one pass over the events. Throws AppError `invalid` for an
 * instant, or a pinned day, that is not in the past.
 */
export async function prepare(
  context: Context,
  { modelId, document, asOf: asked, again }: Asked,
): Promise<Preparation> {
  const { workspace, now } = context
  const given = asked === undefined ? undefined : askedInstant(context, asked)
  const live = await findLive(modelId, given)
  const asOf = given ?? (await usualInstant(context, modelId, live))
  const pinned = pinnedInstant(document, workspace.timeZone, now)
  const fingerprint = fingerprintOf(document, workspace.timeZone)
  // Before the look for columns: what is done meanwhile is not counted once more.
  const seen = await listDoneIds(workspace.id, fingerprint)
  const at = (instant: Date) => sourceAt(workspace, document, { asOf: instant, live, modelId, now })

  const population = await at(asOf)
  const isSameDay = pinned?.getTime() === asOf.getTime()
  const reference = pinned && (isSameDay ? population : await at(pinned))
  const missing = [...(population ? [] : [asOf]), ...(pinned && !reference && !isSameDay ? [pinned] : [])]
  if (!population || missing.length > 0) {
    const asking = { workspaceId: workspace.id, modelId, fingerprint, document, instants: missing }
    const counts = await startCounts({ ...asking, now, again, seen })
    const message = ended(counts)
    return message ? { state: 'failed', message } : { state: 'counting', asOf, counts }
  }
  const sources = [population, ...(reference ? [reference] : [])]
  await touchCounts(
    sources.flatMap(({ kind, id }) => (kind === 'count' ? [id] : [])),
    now,
  )
  if (reference?.scored === 0) {
    const message = 'Nobody has a score at the date of the frozen reference: there is nobody to compare with.'
    return { state: 'empty', message, path: referencePath }
  }
  return { state: 'ready', asOf, population, reference, live }
}

/** How far counts of one job are, 0 to 1, and what is being done, in words. */
export function standOf(counts: readonly CountRow[]): { progress: number; phase: string } {
  const progress = Math.min(...counts.map((count) => count.progress))
  const waits = counts.every(({ state }) => state === 'queued')
  return { progress, phase: waits ? 'Waiting for other work' : 'Counting what everybody did' }
}
