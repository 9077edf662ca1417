import { z } from 'zod'
import { personStates } from '@/lib/scoring/engagement/state'

/** `2014-05-01T00:00:00Z`, or a day of the workspace's zone (`2014-05-01`, its first instant). */
export const instantSchema = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error: 'Give an instant such as 2026-05-01T00:00:00Z or a day such as 2026-05-01.',
})

const limit = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual)

export const modelIdSchema = z.strictObject({ id: z.uuid() })

/** The document is checked by the grammar of models, which says more than a schema can. */
export const documentSchema = z.record(z.string(), z.unknown(), {
  error: 'Give a model document, an object.',
})

export const createModelSchema = z.strictObject({ document: documentSchema })

export const putDraftSchema = z.strictObject({
  id: z.uuid(),
  document: documentSchema,
  /** The ETag of the draft that was changed, with or without its quotes. */
  ifMatch: z
    .string()
    .transform((tag) => tag.replace(/^W\//, '').replace(/^"(.*)"$/, '$1'))
    .optional(),
})

export const publishSchema = z.strictObject({ id: z.uuid(), note: z.string().trim().max(2000).default('') })

export const startRunSchema = z.strictObject({
  id: z.uuid(),
  /** One run; default the instant until which the workspace is observed. */
  asOf: instantSchema.optional(),
  /** One run for each first instant of a local day, or of a local Monday, in [from, to]. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  every: z.enum(['day', 'week']).optional(),
})

export const listRunsSchema = z.strictObject({
  model: z.uuid().optional(),
  cursor: z.uuid().optional(),
  limit: limit(1000, 100),
})

/** What the database can count to. */
const largestVersion = 2 ** 31 - 1

const snapshotFields = {
  id: z.uuid(),
  asOf: z
    .union([z.literal('latest'), instantSchema], {
      error: 'Give latest, an instant or a day such as 2026-05-01.',
    })
    .default('latest'),
  version: z.coerce.number().int().min(1).max(largestVersion).optional(),
  reference: z.enum(['rolling', 'frozen']).optional(),
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

export const runStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const

/** A run as pages and the API see it. */
export type RunView = {
  id: string
  modelId: string
  version: number
  asOf: Date
  scheduled: boolean
  state: (typeof runStates)[number]
  /** 0 to 1. */
  progress: number
  /** People with a score; null until it is done. */
  people: number | null
  seconds: number | null
  /** A sentence, when it failed. */
  error: string | null
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
}

/** One person at one instant; without a score, raw to stage are null. */
export type ScoreRow = {
  personId: string
  raw: number | null
  score: number | null
  /** Keys. */
  tier: string | null
  stage: string | null
  state: (typeof personStates)[number]
  asOf: Date
  version: number
}

/** A tier with its people. */
export type TierShare = {
  key: string
  name: string
  /** Lowest score of the tier. */
  from: number
  colour: string | null
  strategy: string | null
  people: number
}
