import { z } from 'zod'
import { instant, pageInput, pageOf } from '@/lib/api/shapes'
import {
  distributionViewSchema,
  documentSchema,
  instantSchema,
  modelSchema,
  versionNumber,
} from '@/lib/engagement/schema'

const people = z.int().min(0)
const score = z.number().min(0).max(100)

export const listModelsSchema = z.strictObject({
  ...pageInput,
  archived: z
    .union([z.boolean(), z.enum(['true', 'false'])])
    .default(false)
    .transform((asked) => asked === true || asked === 'true')
    .describe('Those that are archived too.'),
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

export const modelsPageSchema = pageOf(modelSchema)

export const createdModelSchema = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  name: z.string(),
  version: z.null(),
  etag: z.string(),
  draft: documentSchema,
})

export const draftSchema = z.strictObject({
  id: z.uuid(),
  document: documentSchema,
  etag: z.string(),
  /** Null until it was changed. */
  savedAt: instant.nullable(),
  savedBy: z.string().nullable(),
})

export const changedDraftSchema = draftSchema.extend({ name: z.string() })

export const versionsPageSchema = pageOf(
  z.strictObject({
    version: z.int(),
    document: documentSchema,
    note: z.string(),
    publishedAt: instant,
    publishedBy: z.string(),
    referenceAsOf: instant.describe('The instant of the frozen reference.'),
  }),
)

export const versionSchema = z.strictObject({ id: z.uuid(), version: versionNumber })

export const versionOutput = z.strictObject({ version: z.int(), document: documentSchema })

export const listOfModelSchema = z.strictObject({ id: z.uuid(), ...pageInput })

export const versionHistoryOutput = pageOf(
  z.strictObject({
    version: z.int(),
    /** The newest: the one by which people are scored. */
    live: z.boolean(),
    note: z.string(),
    publishedAt: instant,
    publishedBy: z.string(),
    referenceAsOf: instant.describe('The instant of the frozen reference.'),
    changes: z.array(z.string()).describe('What is different from the version before, in words.'),
    /** With a score at the version's newest scores, or contacts when it last rated all; both are null without any. */
    people: people.nullable(),
    asOf: instant.nullable(),
  }),
)
export type VersionHistory = z.output<typeof versionHistoryOutput>

export const rollBackSchema = z.strictObject({
  id: z.uuid(),
  version: versionNumber.describe('The one whose document is published again.'),
  note: z.string().trim().max(2000).optional().describe('Default: "Rolled back to v3".'),
})

export const discardDraftSchema = putDraftSchema.omit({ document: true })

export const duplicateSchema = z.strictObject({
  id: z.uuid(),
  /** Default: the name of the other with "copy" behind it. */
  name: z.string().trim().min(1).max(200).optional(),
  of: z.enum(['draft', 'live']).default('draft').describe('Which document is copied.'),
})

export const modelHistoryOutput = pageOf(
  z.strictObject({
    id: z.uuid(),
    at: instant,
    /** An e-mail, the name of an API key, or "Gravitas". */
    actor: z.string(),
    operation: z.string(),
    words: z.string(),
  }),
)
export type ModelHistory = z.output<typeof modelHistoryOutput>

export const compareSchema = z.strictObject({
  id: z.uuid(),
  from: versionNumber.optional().describe('Default: the one before the other.'),
  to: versionNumber.optional().describe('Default: the newest.'),
  asOf: instantSchema.optional().describe('Default: the newest instant of which both have scores.'),
})

const comparedScores = distributionViewSchema.pick({
  n: true,
  zeros: true,
  bins: true,
  tiers: true,
  medianRaw: true,
  zeroShare: true,
  reference: true,
  referenceAsOf: true,
})

const side = z.strictObject({
  version: z.int(),
  publishedAt: instant,
  publishedBy: z.string(),
  note: z.string(),
  /** Under the version's own reference; null where it has none at that instant. */
  scores: comparedScores.nullable(),
})

const place = z.strictObject({
  /** A tier, a state, or `absent`: not known to that run. */
  key: z.string(),
  kind: z.enum(['tier', 'state', 'absent']),
  name: z.string(),
  people,
})

const mover = z.strictObject({
  /** Masked where it holds an e-mail and the asker may not see it. */
  personId: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  account: z.string().nullable(),
  before: score,
  after: score,
  /** after − before, in points. */
  change: z.number(),
  tierBefore: z.string(),
  tierAfter: z.string(),
  reason: z
    .string()
    .nullable()
    .describe('The behavior that changed most; null where only the people compared with did.'),
})
export type ComparedMover = z.output<typeof mover>

export const comparisonOutput = z.strictObject({
  asOf: instant,
  from: side,
  to: side,
  changes: z.array(z.string()).describe('What is different in the later document, in words.'),
  missing: z.array(z.int()).describe('Versions without scores at that instant: run them first.'),
  /** Where one of the versions has scores, newest first, and whether both have. */
  instants: z.array(z.strictObject({ asOf: instant, both: z.boolean() })),
  /** Null while scores are missing. */
  moves: z
    .strictObject({
      /** People with a score under both: up + down + same. */
      n: people,
      up: people,
      down: people,
      same: people,
      /** Tiers of either version, lowest first, then the states. */
      rows: z.array(place),
      columns: z.array(place),
      /** People in the place of the row under `from` and that of the column under `to`; sums are those of the places. */
      matrix: z.array(z.array(people)),
      movers: z.strictObject({ up: z.array(mover), down: z.array(mover) }),
    })
    .nullable(),
})
export type Comparison = z.output<typeof comparisonOutput>
