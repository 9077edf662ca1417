import { z } from 'zod'
import { instant } from '@/lib/api/shapes'

export const listActivitySchema = z.strictObject({})

export const activityKinds = [
  'run',
  'rating',
  'restatement',
  'import',
  'check',
  'demo',
  'preview',
  'truncation',
] as const

/** One piece of work: one run, the rating of all contacts, runs made together, an import or its dry run, the demo being written, a count for previews, old actions being dropped. */
export const activityItemSchema = z.strictObject({
  kind: z.enum(activityKinds),
  /** What its cancel operation takes; a workspace has one demo, called `demo`. */
  id: z.string(),
  /** Of the model, or of the file; the phase of a demo. */
  name: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  progress: z.number().min(0).max(1),
  /** What is counted so far, and of how many; null while or where that is not known. */
  done: z.int().nullable(),
  total: z.int().nullable(),
  unit: z.enum(['weeks', 'days', 'instants', 'rows', 'events', 'people', 'contacts', 'actions']).nullable(),
  /** Estimated; null until there is something to estimate from. */
  remainingMs: z.number().nullable(),
  /** The instant that is scored or counted, of a single run or a preview; before which actions are dropped. */
  asOf: instant.nullable(),
  /** A sentence, when it failed. */
  error: z.string().nullable(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  /** May whoever asks cancel it, and is it still under way? */
  mayCancel: z.boolean(),
})
export type ActivityItem = z.output<typeof activityItemSchema>

export const activitySchema = z.strictObject({ items: z.array(activityItemSchema) })

export const isUnderWay = ({ state }: Pick<ActivityItem, 'state'>): boolean =>
  state === 'queued' || state === 'running'
