import { z } from 'zod'
import { instant } from '@/lib/api/shapes'
import { documentSchema, instantSchema, runStates, tierShareSchema } from '@/lib/engagement/schema'
import { runSummarySchema } from '@/lib/scoring/engagement/run-summary'

/** Up to here the browser computes a preview from columns of its own; above, it asks the server for each. */
export const maxRowsInBrowser = 200_000

const people = z.int().min(0)
const share = z.number().min(0).max(1)
const score = z.number().min(0).max(100)
const zerosRule = z.enum(['bottom', 'midrank', 'active-only'])

const previewed = {
  id: z.uuid(),
  /** Default: the draft as it is saved. */
  document: documentSchema.optional(),
  asOf: instantSchema
    .optional()
    .describe('Default: the newest scores, or until when is observed where there are none.'),
}

export const prepareSchema = z.strictObject({
  ...previewed,
  /** Counts again what failed or was cancelled. */
  again: z.boolean().default(false),
})

/** Whether a document can be previewed at once. `population` and `reference.id` are ids of columns. */
export const preparedSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('ready'),
    /** The instant that is previewed. */
    asOf: instant,
    /** Rows: everybody, whatever their state. */
    people,
    population: z.uuid(),
    /** Of a frozen reference the people of its day. */
    reference: z.strictObject({ id: z.uuid(), asOf: instant, people }).nullable(),
    /** The scores that a preview is compared with. */
    live: z.strictObject({ version: z.int(), asOf: instant }).nullable(),
  }),
  z.strictObject({
    state: z.literal('counting'),
    asOf: instant,
    /** What the cancel operation takes. */
    id: z.uuid(),
    progress: z.number().min(0).max(1),
    phase: z.string(),
  }),
  z.strictObject({ state: z.literal('failed'), message: z.string() }),
  z.strictObject({
    state: z.literal('empty'),
    message: z.string(),
    /** Of the field of the document that asks for nobody. */
    path: z.array(z.union([z.string(), z.int()])).optional(),
  }),
])
export type Prepared = z.output<typeof preparedSchema>

export const cancelCountSchema = z.strictObject({ id: z.uuid() })

export const cancelledCountSchema = z.strictObject({ id: z.uuid(), state: z.enum(runStates) })

export const columnsSchema = z.strictObject({
  /** The model. */
  id: z.uuid(),
  population: z.uuid(),
  live: z.boolean().default(false),
})

export const previewSchema = z
  .strictObject({
    ...previewed,
    change: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('What is different from the draft: a JSON merge patch (RFC 7396).'),
    movers: z.coerce.number().int().min(0).max(100).default(8).describe('People in each direction.'),
  })
  .refine(({ document, change }) => !document || !change, {
    path: ['change'],
    error: 'give a document or a change to the draft, not both',
  })

const mover = z.strictObject({
  /** Masked where it holds an e-mail and the asker may not see it. */
  personId: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  account: z.string().nullable(),
  before: score,
  after: score,
  change: z.number().describe('after − before, in points.'),
  tierBefore: z.string().describe('Key of the live tier.'),
  tierAfter: z.string().describe('Key of the tier under what is previewed.'),
  reason: z.string().nullable().describe('The behavior that moved most, in a few words.'),
})
export type PreviewMover = z.output<typeof mover>

const tierPeople = z.array(z.strictObject({ key: z.string(), people }))

/** What a document would do to everybody, beside the live version at the same instant; nothing is stored. */
export const previewOutput = runSummarySchema.omit({ other: true }).extend({
  asOf: instant,
  version: z.int().nullable().describe('The live version compared with; null where it has no scores then.'),
  referenceAsOf: instant.nullable().describe('The day of a frozen reference.'),
  tiers: z.array(tierShareSchema),
  live: z
    .strictObject({
      version: z.int(),
      n: people,
      zeros: people,
      bins: runSummarySchema.shape.bins,
      tiers: z.array(z.strictObject({ key: z.string(), name: z.string(), people })),
    })
    .nullable(),
  change: z
    .strictObject({
      n: people.describe('People with a score in both.'),
      up: people,
      down: people,
      same: people,
      entered: people,
      left: people,
      matrix: z.array(z.array(people)).describe('Live tiers × tiers of what is previewed.'),
    })
    .nullable(),
  zeroRules: z
    .array(z.strictObject({ rule: zerosRule, zeros: people, tiers: tierPeople }))
    .describe('What each rule for zeros would do.'),
  ties: z
    .strictObject({ people, largest: people.describe('People of the largest tie.') })
    .describe('People above zero with the same raw score as somebody they are compared with.'),
  behaviors: z.array(
    z.strictObject({
      key: z.string(),
      people: people.describe('People with a score who did it in the window.'),
      share: share.nullable(),
      median: z.number().nullable().describe('What those who did it count.'),
    }),
  ),
  together: z
    .array(z.strictObject({ a: z.string(), b: z.string(), r: z.number() }))
    .describe('Behaviors that say much the same: the correlation of what they count.'),
  movers: z.strictObject({ up: z.array(mover), down: z.array(mover) }).nullable(),
})
export type Preview = z.output<typeof previewOutput>

export const exportChangesSchema = z.strictObject({
  id: z.uuid(),
  direction: z.enum(['up', 'down', 'both']).default('both'),
})
