import { z } from 'zod'
import { instant, pageInput, pageOf } from '@/lib/api/shapes'
import { tierShareSchema } from '@/lib/engagement/schema'

export const modelsOverviewSchema = z.strictObject({
  ...pageInput,
  archived: z.boolean().default(false).describe('Those that were archived, in place of those in use.'),
})

export const listedModelSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  kind: z.string(),
  starter: z.boolean().describe('Made by the product from the most used events.'),
  /** The newest version; null until something is published. */
  version: z.int().nullable(),
  publishedAt: instant.nullable(),
  publishedBy: z.string().nullable(),
  draftDiffers: z.boolean().nullable().describe('From the newest version; null where there is none.'),
  draftChanges: z
    .int()
    .min(0)
    .nullable()
    .describe('In how many things it differs; null where it cannot be told.'),
  savedAt: instant.nullable().describe('When the draft was last changed; null until it was.'),
  savedBy: z.string().nullable(),
  createdAt: instant,
  n: z
    .int()
    .min(0)
    .nullable()
    .describe(
      'People with a score in the newest scores, of a contact model its contacts now; null while there are none.',
    ),
  asOf: instant.nullable(),
  scoredVersion: z.int().nullable().describe('The version of the newest scores.'),
  tiers: z
    .array(tierShareSchema)
    .describe('Of the newest scores, the lowest first; none of a contact model.'),
  stars: z
    .array(z.int().min(0))
    .length(5)
    .nullable()
    .describe('Of a contact model: contacts of 1 to 5 stars.'),
  archivedAt: instant.nullable(),
})
export type ListedModel = z.output<typeof listedModelSchema>

export const modelsOverviewOutput = pageOf(listedModelSchema).extend({
  counts: z.strictObject({ inUse: z.int().min(0), archived: z.int().min(0) }),
})
