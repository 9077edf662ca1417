import { z } from 'zod'
import { instant, pageInput, pageOf } from '@/lib/api/shapes'
import { runSummarySchema } from '@/lib/scoring/engagement/run-summary'
import { personStates } from '@/lib/scoring/engagement/state'

/** `2014-05-01T00:00:00Z`, or a day of the workspace's zone (`2014-05-01`, its first instant). */
export const instantSchema = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error: 'Give an instant such as 2026-05-01T00:00:00Z or a day such as 2026-05-01.',
})

/** What the database can count to. */
const largestVersion = 2 ** 31 - 1

export const versionNumber = z.coerce.number().int().min(1).max(largestVersion)

const limit = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual)

export const modelIdSchema = z.strictObject({ id: z.uuid() })

/** Versions or snapshots of a model. */
export const listOfModelSchema = z.strictObject({ id: z.uuid(), ...pageInput })

/** The document is checked by the grammar of models, which says more than a schema can. */
export const documentSchema = z.record(z.string(), z.unknown(), {
  error: 'Give a model document, an object.',
})

export const startRunSchema = z.strictObject({
  id: z.uuid(),
  /** One run; default the instant until which the workspace is observed. */
  asOf: instantSchema.optional(),
  /** One run for each first instant of a local day, or of a local Monday, in [from, to]. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  every: z.enum(['day', 'week']).optional(),
  version: versionNumber.optional().describe('Default: the newest.'),
})

export const listRunsSchema = z.strictObject({
  model: z.uuid().optional(),
  cursor: z.uuid().optional(),
  limit: limit(1000, 100),
})

export const latestOrInstant = z.union([z.literal('latest'), instantSchema], {
  error: 'Give latest, an instant or a day such as 2026-05-01.',
})

export const restateSchema = z.strictObject({
  id: z.uuid(),
  version: versionNumber.optional().describe('Default: the newest.'),
})

const references = ['rolling', 'frozen'] as const

const snapshotFields = {
  id: z.uuid(),
  asOf: latestOrInstant.default('latest'),
  version: versionNumber.optional(),
  reference: z.enum(references).optional().describe('Default: the version’s own.'),
}

export const distributionSchema = z.strictObject(snapshotFields)

export const listScoresSchema = z.strictObject({
  ...snapshotFields,
  tier: z.string().max(100).optional(),
  stage: z.string().max(100).optional(),
  /** Without it people with a score only. */
  state: z.enum([...personStates, 'all']).default('scored'),
  minScore: z.coerce.number().min(0).max(100).optional(),
  cursor: z.string().max(200).optional(),
  limit: limit(10_000, 1000),
})

export const overviewSchema = z.strictObject({ model: z.uuid().optional() })

const people = z.int().min(0)
const points = z.number().min(0).max(100)

export const modelSchema = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  name: z.string(),
  starter: z.boolean().describe('Made by the product from the most used events.'),
  createdAt: instant,
  archivedAt: instant.nullable().describe('Not null: it is not scored and not offered any more.'),
  /** The newest version; null until something is published. */
  version: z.int().nullable(),
  publishedAt: instant.nullable(),
  publishedBy: z.string().nullable(),
})
export type ModelView = z.output<typeof modelSchema>

export const publishedSchema = z.strictObject({
  version: z.int(),
  runId: z
    .uuid()
    .describe('The run of the new version at the instant until which the workspace is observed.'),
})

export const starterSchema = publishedSchema.extend({ id: z.uuid() })

/** The id of the newest point stands for all of them. */
export const startedRunsSchema = z.strictObject({
  id: z.uuid(),
  ids: z.array(z.uuid()).describe('Oldest point first.'),
})

export const runStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const

/** A run as pages and the API see it. */
export const runSchema = z.strictObject({
  id: z.uuid(),
  modelId: z.uuid(),
  version: z.int(),
  asOf: instant,
  batchId: z.uuid().nullable().describe('Of runs that are done together: the id of their newest point.'),
  scheduled: z.boolean(),
  state: z.enum(runStates),
  progress: z.number().min(0).max(1),
  people: people.nullable().describe('People with a score; null until it is done.'),
  seconds: z.number().nullable(),
  error: z.string().nullable().describe('A sentence, when it failed.'),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
})
export type RunView = z.output<typeof runSchema>

export const runsPageSchema = pageOf(runSchema)

export const snapshotsPageSchema = pageOf(
  z.strictObject({
    asOf: instant,
    version: z.int(),
    runId: z.uuid(),
    people,
    scheduled: z.boolean(),
  }),
)

/** One person at one instant; without a score, raw to stage are null. */
export const scoreRowSchema = z.strictObject({
  personId: z.string(),
  raw: z.number().nullable(),
  score: points.nullable(),
  /** Keys. */
  tier: z.string().nullable(),
  stage: z.string().nullable(),
  state: z.enum(personStates),
  asOf: instant,
  version: z.int(),
})
export type ScoreRow = z.output<typeof scoreRowSchema>

export const scoresPageSchema = pageOf(scoreRowSchema)

/** A tier as pages draw it. */
export const tierNameSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  from: points.describe('Lowest score of the tier.'),
  colour: z.string().nullable(),
})

/** A tier with its people. */
export const tierShareSchema = tierNameSchema.extend({
  strategy: z.string().nullable(),
  people,
})
export type TierShare = z.output<typeof tierShareSchema>

export const distributionViewSchema = runSummarySchema.omit({ other: true }).extend({
  tiers: z.array(tierShareSchema),
  reference: z.enum(references),
  /** The instant of the people compared with: of the frozen reference, or of the scores themselves. */
  referenceAsOf: instant,
  asOf: instant,
  version: z.int(),
  scheduled: z.boolean(),
})
export type DistributionView = z.output<typeof distributionViewSchema>
