import { z } from 'zod'
import { instant } from '@/lib/api/shapes'
import { latestOrInstant, tierNameSchema, versionNumber } from '@/lib/engagement/schema'

export const tierStepsSchema = z.strictObject({
  id: z.uuid(),
  asOf: latestOrInstant
    .default('latest')
    .describe('An instant at which counts were kept, or the newest such.'),
  version: versionNumber.optional().describe('Default: the newest version that has such scores.'),
})

const people = z.int().min(0)
const share = z.number().min(0).max(1)
const difference = z.number().min(-1).max(1)

/** Who of a tier did a behavior in the window. */
const doers = z.strictObject({
  people,
  /** Of the people of the tier, with Wilson's 95 % interval; null where nobody is in it. */
  share: share.nullable(),
  low: share.nullable(),
  high: share.nullable(),
  /** What those who did it count, after the kernel and before the cap; null where nobody did. */
  median: z.number().nullable(),
})

const comparedBehavior = z.strictObject({
  key: z.string(),
  name: z.string(),
  here: doers,
  above: doers,
  /** Share above − share here, with Newcombe's 95 % interval; null where one of the tiers is empty. */
  difference: difference.nullable(),
  low: difference.nullable(),
  high: difference.nullable(),
  /** The interval holds 0, or there is none: the tiers may not differ in it. */
  open: z.boolean(),
})
export type ComparedBehavior = z.output<typeof comparedBehavior>

const tierStep = z.strictObject({
  /** Keys of a tier and of the one above it. */
  tier: z.string(),
  above: z.string(),
  /** Enabled behaviors, the largest difference first. */
  behaviors: z.array(comparedBehavior),
})
export type TierStep = z.output<typeof tierStep>

/** What the next tier does more: an association, not proof that doing it moves anybody. */
export const tierStepsOutput = z.strictObject({
  asOf: instant,
  version: z.int(),
  windowDays: z.int().describe('The days before `asOf` in which behaviors were counted.'),
  /** Of the version, lowest first, with their people under its own reference. */
  tiers: z.array(tierNameSchema.extend({ people })),
  /** One for each tier but the top, lowest first. */
  steps: z.array(tierStep),
})
export type TierSteps = z.output<typeof tierStepsOutput>
