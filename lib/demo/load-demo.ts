import { type WorkspaceId, mintWorkspaceId } from '@/lib/auth/workspace-id'
import { refoldStale } from '@/lib/contacts/current/refold'
import { requestCancel } from '@/lib/engagement/run-data'
import { log } from '@/lib/server/log'
import { beginLoad, endLoad, findDemoContactModel, findDemoModel, openRuns, saveProgress } from './data'
import { mailEvents } from './mail-events'
import { makeDemo } from './make-demo'
import { modelName } from './model'
import type { Piece } from './piece'
import { lateEvents, productEvents } from './product-events'
import { publishDemoContacts, untilRated } from './rate-demo'
import { publishDemoModel, untilScored } from './score-demo'
import { type DemoSize, fullSize } from './truth'
import { writePieces } from './write-pieces'

/** Events of one write: so many that its fixed costs do not count, so few that one sees how far it is. */
const pieceSize = 100_000

type Options = {
  size?: DemoSize
  clock?: () => Date
  scored?: typeof untilScored
  rated?: typeof untilRated
}

class LoadCancelled extends Error {}

/**
 * The job that fills a workspace with the demo: what people did, the mailing list, two published models, everybody's
 * score and rating today and over the past year, and last what comes in late. It may run twice: events have ids, so those that
 * are in count once, and a model that is there is not made again.
 */
export async function loadDemo(
  { workspaceId: id }: { workspaceId: string },
  { size = fullSize, clock = () => new Date(), scored = untilScored, rated = untilRated }: Options = {},
): Promise<void> {
  const workspaceId = mintWorkspaceId(id)
  const load = await beginLoad(workspaceId, clock())
  if (!load) return
  const tell = teller(workspaceId)
  const write = (phase: string, from: number, to: number, pieces: Iterable<Piece>) =>
    writePieces(workspaceId, pieces, ({ done, written }) => tell(phase, from + (to - from) * done, written))
  try {
    await tell('Making people up', 0)
    const demo = makeDemo(load.createdAt, load.workspace.timeZone, size)
    await write('Writing what people did', 0.04, 0.5, productEvents(demo, pieceSize))
    await write('Writing the mailing list', 0.5, 0.7, mailEvents(demo, pieceSize))
    await tell('Publishing the models', 0.7)
    const contactModelId = await publishDemoContacts(workspaceId, clock())
    const modelId = await publishDemoModel(workspaceId, demo.calendar, clock())
    await scored(modelId, (done) =>
      tell('Scoring everybody, today and over the past year', 0.71 + 0.24 * done),
    )
    await rated(workspaceId, contactModelId, (done) =>
      tell('Rating the mailing list, today and over the past year', 0.95 + 0.04 * done),
    )
    await write('Writing what came in late', 0.99, 1, [{ done: 1, events: lateEvents(demo) }])
    await refoldStale(workspaceId, clock())
    await endLoad(workspaceId, { state: 'done' }, clock())
  } catch (error) {
    await fail(workspaceId, error, clock())
  }
}

/** Stores how far the load is, and stops it when that is asked for. */
function teller(workspaceId: WorkspaceId) {
  let events = 0
  return async (phase: string, progress: number, written = 0): Promise<void> => {
    events += written
    if (await saveProgress(workspaceId, { progress, events, phase })) throw new LoadCancelled()
  }
}

async function fail(workspaceId: WorkspaceId, error: unknown, now: Date): Promise<void> {
  if (error instanceof LoadCancelled) {
    const models = [await findDemoModel(workspaceId, modelName), await findDemoContactModel(workspaceId)]
    for (const model of models)
      for (const run of model ? await openRuns(model.id) : []) await requestCancel(workspaceId, run, now)
    return endLoad(workspaceId, { state: 'cancelled' }, now)
  }
  log().error({ err: error, workspaceId }, 'the demo could not be loaded')
  const reason = error instanceof Error ? error.message : 'unknown'
  return endLoad(workspaceId, { state: 'failed', error: `The demo stopped: ${reason}` }, now)
}
