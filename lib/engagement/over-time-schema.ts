import { z } from 'zod'
import { instant } from '@/lib/api/shapes'
import { personStates } from '@/lib/scoring/engagement/state'
import { instantSchema, tierNameSchema } from './schema'

const people = z.int().min(0)
const share = z.number().min(0).max(1)
const reference = z.enum(['frozen', 'rolling'])
const version = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1)
const states = z.record(z.enum(personStates), people)
const score = z.number().min(0).max(100)

/** Tiers of a version, lowest first. */
const tierNames = z.array(tierNameSchema)

export const tiersOverTimeSchema = z.strictObject({
  id: z.uuid(),
  /** Default: a year before `to`. */
  from: instantSchema.optional(),
  /** Default: the newest scores. */
  to: instantSchema.optional(),
  reference: reference.default('frozen'),
  /** Default: the newest version that has scores. */
  version: version.optional(),
})

const tierPoint = z.strictObject({ key: z.string(), people, share: share.nullable() })

const tiersPoint = z.strictObject({
  asOf: instant,
  version: z.int(),
  /** People with a score. */
  n: people,
  /** Lowest first; they sum to n. Shares are of n, null where nobody has a score. */
  tiers: z.array(tierPoint),
  states,
})

export const tiersOverTimeOutput = z.strictObject({
  version: z.int(),
  reference,
  /** The day of the frozen reference. */
  referenceAsOf: instant,
  tiers: tierNames,
  /** One a local Monday, oldest first. */
  points: z.array(tiersPoint),
})
export type TiersOverTime = z.output<typeof tiersOverTimeOutput>

export const directions = ['both', 'up', 'down'] as const
export type Direction = (typeof directions)[number]

export const moversSchema = z.strictObject({
  id: z.uuid(),
  /** Default: the scheduled scores of four weeks before `to`. */
  from: instantSchema.optional(),
  /** Default: the newest scores. */
  to: instantSchema.optional(),
  direction: z.enum(directions).default('both'),
  limit: z.coerce.number().int().min(1).max(100).default(8),
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
  /** Keys of tiers and stages on the two dates. */
  tierBefore: z.string(),
  tierAfter: z.string(),
  stageBefore: z.string(),
  stageAfter: z.string(),
  /** At the instants of `weeks`; null where there was no score. */
  history: z.array(score.nullable()),
  /** The main reason for the change in a few words; null where none can be told. */
  reason: z.string().nullable(),
})
export type Mover = z.output<typeof mover>

export const moversOutput = z.strictObject({
  version: z.int(),
  /** The version's own: both scores are under it. */
  reference,
  /** Null where there are no scores to compare with. */
  from: instant.nullable(),
  to: instant,
  /** People with a score on both dates. */
  n: people.nullable(),
  tiers: tierNames,
  /** The last twelve weekly instants at most, oldest first, `to` the last. */
  weeks: z.array(instant),
  /** The largest change first. */
  items: z.array(mover),
})
export type Movers = z.output<typeof moversOutput>

export const migrationSchema = z.strictObject({
  id: z.uuid(),
  /** Default: the scheduled scores of four weeks before `to`. */
  from: instantSchema.optional(),
  /** Default: the newest scores. */
  to: instantSchema.optional(),
  reference: reference.default('frozen'),
  version: version.optional(),
})

const place = z.strictObject({
  /** A tier, a state, or `absent`: not there at all yet, or any more (erased, or merged into somebody). */
  key: z.string(),
  kind: z.enum(['tier', 'state', 'absent']),
  name: z.string(),
  /** Everybody there on the two dates. */
  before: people,
  after: people,
})

export const migrationOutput = z.strictObject({
  from: instant,
  to: instant,
  version: z.int(),
  reference,
  referenceAsOf: instant,
  /** Tiers, lowest first, then the states. */
  places: z.array(place),
  /** People who went from the place of the row to that of the column. Rows sum to `before`, columns to `after`. */
  matrix: z.array(z.array(people)),
})
export type Migration = z.output<typeof migrationOutput>

export const atRiskExportSchema = z.strictObject({ id: z.uuid() })
