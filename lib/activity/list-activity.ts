import { type Context, can } from '@/lib/server/context'
import { batchOf } from './batch-of'
import {
  type Batch,
  batchesLately,
  demoLately,
  importsLately,
  previewsLately,
  runsLately,
  truncationsLately,
} from './data'
import { remainingMs } from './remaining'
import { type ActivityItem, isUnderWay } from './schema'

/** How long work stays listed after its end: long enough to be seen, and failures to be read. */
const keptMs = { done: 3 * 60_000, cancelled: 3 * 60_000, failed: 30 * 60_000 } as const
const keptAtMostMs = keptMs.failed

const isKept = ({ state, finishedAt }: Told, now: Date): boolean =>
  state === 'queued' ||
  state === 'running' ||
  (finishedAt !== null && now.getTime() - finishedAt.getTime() < keptMs[state])

type Rows<Read extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Read>>
type Told = Omit<ActivityItem, 'remainingMs' | 'mayCancel'>

const fromRun = (run: Rows<typeof runsLately>[number]): Told => ({
  kind: run.model.kind === 'contact' ? 'rating' : 'run',
  id: run.id,
  name: run.model.name,
  // A run never is `uploaded`, a state that only imports have.
  state: run.state as Told['state'],
  progress: run.progress,
  done: run.people,
  total: null,
  unit: run.people === null ? null : run.model.kind === 'contact' ? 'contacts' : 'people',
  asOf: run.asOf,
  error: run.error,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
})

const fromBatch = ({ id, modelName, parts }: Batch): Told => ({
  kind: 'restatement',
  id,
  name: modelName,
  ...batchOf(parts),
  asOf: null,
})

const fromImport = (row: Rows<typeof importsLately>[number]): Told => ({
  kind: row.dryRun ? 'check' : 'import',
  id: row.id,
  name: row.fileName,
  state: row.state as Told['state'],
  progress: row.progress,
  done: row.rows,
  total: null,
  unit: 'rows',
  asOf: null,
  error: row.error,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
})

const fromDemo = (load: NonNullable<Rows<typeof demoLately>>): Told => ({
  kind: 'demo',
  id: 'demo',
  name: load.phase,
  state: load.state as Told['state'],
  progress: load.progress,
  done: load.events,
  total: null,
  unit: 'events',
  asOf: null,
  error: load.error,
  startedAt: load.startedAt,
  finishedAt: load.finishedAt,
})

const fromPreview = (row: Rows<typeof previewsLately>[number]): Told => ({
  kind: 'preview',
  id: row.id,
  name: row.modelName,
  state: row.state as Told['state'],
  progress: row.progress,
  done: row.people,
  total: null,
  unit: row.people === null ? null : 'people',
  asOf: row.asOf,
  error: row.error,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
})

const fromTruncation = (row: Rows<typeof truncationsLately>[number]): Told => ({
  kind: 'truncation',
  id: row.id,
  name: '',
  // A truncation never is `uploaded`, a state that only imports have.
  state: row.state as Told['state'],
  progress: row.progress,
  done: row.dropped > 0 ? row.dropped : null,
  total: null,
  unit: row.dropped > 0 ? 'actions' : null,
  asOf: row.before,
  error: row.error,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
})

const cancelPermission = {
  run: 'runs:write',
  rating: 'runs:write',
  restatement: 'runs:write',
  import: 'imports:write',
  check: 'imports:write',
  demo: 'workspace:manage',
  preview: 'models:write',
  truncation: 'workspace:manage',
} as const

/** The work of a workspace: what runs, then what waits, then what has just ended. Files are not told of to viewers. */
export async function activityOf(context: Context): Promise<{ items: ActivityItem[] }> {
  const { workspace, now } = context
  const since = new Date(now.getTime() - keptAtMostMs)
  const [runs, batches, imports, demo, previews, truncations] = await Promise.all([
    runsLately(workspace.id, since),
    batchesLately(workspace.id, since),
    can(context, 'imports:read') ? importsLately(workspace.id, since) : [],
    demoLately(workspace.id, since),
    previewsLately(workspace.id, since),
    truncationsLately(workspace.id, since),
  ])
  const told = [
    ...(demo ? [fromDemo(demo)] : []),
    ...batches.map(fromBatch),
    ...imports.map(fromImport),
    ...runs.map(fromRun),
    ...previews.map(fromPreview),
    ...truncations.map(fromTruncation),
  ]
  const items = told
    .filter((item) => isKept(item, now))
    .map((item) => ({
      ...item,
      remainingMs: item.state === 'running' ? remainingMs(item.progress, item.startedAt, now) : null,
      mayCancel: isUnderWay(item) && can(context, cancelPermission[item.kind]),
    }))
  return { items: items.sort((a, b) => rank(a) - rank(b) || endOf(b) - endOf(a)) }
}

const rank = ({ state }: ActivityItem) => (state === 'running' ? 0 : state === 'queued' ? 1 : 2)
const endOf = ({ finishedAt }: ActivityItem) => finishedAt?.getTime() ?? 0
