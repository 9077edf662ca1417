import { z } from 'zod'
import { instant } from '@/lib/api/shapes'
import { documentSchema } from '@/lib/engagement/schema'

/** Up to here the browser computes a preview from columns of its own; above, it asks the server for each. */
export const maxActionsInBrowser = 3_000_000

const people = z.int().min(0)
const stars = z.int().min(1).max(5)
const starCounts = z.array(people).length(5).describe('Contacts of 1 to 5 stars.')
const score = z.number().min(0)

export const prepareStarsSchema = z.strictObject({
  id: z.uuid(),
  /** Default: the draft as it is saved. */
  document: documentSchema.optional(),
})

/** What a preview of a contact model is made from, at this moment. */
export const preparedStarsSchema = z.strictObject({
  asOf: instant,
  contacts: people.describe('People with a contact action under the document.'),
  actions: people.describe('Their stored actions.'),
  /** Whether the browser may hold them. */
  inBrowser: z.boolean(),
  /** What a preview is compared with; null where nothing is published. */
  live: z.strictObject({ version: z.int() }).nullable(),
})
export type PreparedStars = z.output<typeof preparedStarsSchema>

/** Names of track events and the action that each is, as `mappingKey` writes them. */
const mapping = z
  .string()
  .max(200_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'is not JSON' })
      return z.NEVER
    }
  })
  .pipe(z.array(z.tuple([z.string(), z.string()])).max(1300))

export const starColumnsSchema = z.strictObject({ id: z.uuid(), mapping })

const summary = z.strictObject({
  contacts: people,
  stars: starCounts,
  bins: z
    .array(people)
    .describe('Contacts by score, in steps of a quarter from 0; the last holds all above.'),
})

const change = z.strictObject({
  n: people.describe('Contacts of both.'),
  up: people,
  down: people,
  same: people,
  entered: people,
  left: people,
  matrix: z.array(z.array(people).length(5)).length(5).describe('Stars before × stars after.'),
})

const mover = z.strictObject({
  /** Masked where it holds an e-mail and the asker may not see it. */
  personId: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  before: score,
  after: score,
  change: z.number(),
  starsBefore: stars,
  starsAfter: stars,
  reason: z.string().nullable().describe('The action whose share in the score changes most.'),
})
export type PreviewStarMover = z.output<typeof mover>

/** What a contact model would do to everybody, beside the live version at the same instant; nothing is stored. */
export const starsPreviewOutput = summary.extend({
  asOf: instant,
  version: z.int().nullable().describe('The live version compared with; null where nothing is published.'),
  live: summary.extend({ version: z.int() }).nullable(),
  change: change.nullable(),
  orders: z
    .strictObject({ running: summary, final: summary, change })
    .describe('The same document read in the orders running and final.'),
  movers: z.strictObject({ up: z.array(mover), down: z.array(mover) }).nullable(),
})
export type StarsPreview = z.output<typeof starsPreviewOutput>

export const exportStarChangesSchema = z.strictObject({
  id: z.uuid(),
  direction: z.enum(['up', 'down', 'both']).default('both'),
})
