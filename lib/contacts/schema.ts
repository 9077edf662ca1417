import { z } from 'zod'
import { instant, pageInput, pageOf } from '@/lib/api/shapes'
import { versionNumber } from '@/lib/engagement/schema'
import { sentActions } from '@/lib/scoring/contacts/grammar/action-names'

const stars = z.int().min(1).max(5)
const people = z.int().min(0)

/** Lists that are worth acting on (`api.md`, issue of the contact scores). */
export const contactLists = ['loyal', 'top', 'risen', 're-engage', 'dormant', 'remove'] as const
export type ContactList = (typeof contactLists)[number]

export const contactSorts = ['score', 'email', 'lastAction'] as const
export type ContactSort = (typeof contactSorts)[number]

const several = z
  .union([z.string().regex(/^[1-5](,[1-5])*$/, 'Give numbers of stars: 5, or 4,5.'), z.int().min(1).max(5)])
  .transform((asked) => String(asked).split(',').map(Number))

const model = { model: z.uuid().optional().describe('Default: the newest published contact model.') }

export const contactFilter = {
  ...model,
  stars: several.optional().describe('One or several: 5, or 4,5.'),
  list: z.enum(contactLists).optional(),
  /** Part of an e-mail, a user id or a name, whatever its case. */
  search: z.string().trim().max(200).optional(),
}

export const listContactsSchema = z.strictObject({
  ...contactFilter,
  sort: z.enum(contactSorts).default('score'),
  order: z.enum(['asc', 'desc']).optional(),
  cursor: pageInput.cursor,
  limit: z.coerce.number().int().min(1).max(10_000).default(200),
})
export type ListContacts = z.output<typeof listContactsSchema>

/** `id`: an e-mail, or a public id. */
export const contactIdSchema = z.strictObject({ id: z.string().min(1).max(1000), ...model })

export const simulateSchema = contactIdSchema.extend({
  actions: z.array(z.enum(sentActions)).max(100).describe('What would come next, one after the other.'),
})

export const contactsOfModelSchema = z.strictObject(model)

/** The model, version and instant that ratings are of. */
export const ratedBySchema = z.strictObject({
  model: z.strictObject({ id: z.uuid(), name: z.string() }),
  version: z.int(),
  asOf: instant.describe('Until when is observed; ratings hold every action that was accepted.'),
})

export const contactRowSchema = z.strictObject({
  /** Masked where it holds an e-mail and the asker may not see it. */
  personId: z.string(),
  email: z.string().nullable(),
  /** Null when hidden or not known. */
  name: z.string().nullable(),
  score: z.number().describe('0 or more, higher is better.'),
  stars,
  lastAction: z.string().describe('The newest that counts.'),
  lastActionAt: instant,
  lastResponseAt: instant
    .nullable()
    .describe('The newest read, click, forward, reply, profile update or invitation.'),
  bounces: people,
  complaints: people,
  unsubscribed: z.boolean(),
  reason: z.string().nullable().describe('Why the contact is in the list that was asked for, a sentence.'),
})
export type ContactRow = z.output<typeof contactRowSchema>

export const contactsPageSchema = pageOf(contactRowSchema).extend({
  /** With the first page. */
  total: people.nullable(),
  ratedBy: ratedBySchema,
})
export type ContactsPage = z.output<typeof contactsPageSchema>

export const countedActionSchema = z.strictObject({
  action: z.string(),
  occurredAt: instant,
  messageId: z.string().nullable(),
  campaignId: z.string().nullable(),
  listId: z.string().nullable(),
  implied: z.boolean().describe('A subscription that nobody sent.'),
  age: z.number(),
  points: z.number().nullable(),
  severity: z.number().nullable(),
  worth: z.number().describe('points, or severity, / age^gravity'),
  divisor: z.number(),
  adds: z.number().describe('worth / divisor; they sum to the score.'),
})

/** One contact: the rating and what it is made of. */
export const contactSchema = contactRowSchema.omit({ reason: true }).extend({
  ratedBy: ratedBySchema,
  counted: z.array(countedActionSchema).describe('Newest first.'),
  notCounted: z
    .array(z.strictObject({ action: z.string(), occurredAt: instant, reason: z.string() }))
    .describe('Newest first.'),
  floor: z.strictObject({ least: z.number(), lifts: z.number() }).nullable(),
  withMachines: z
    .strictObject({ score: z.number(), stars })
    .nullable()
    .describe(
      'Had machine activity counted (or, of a model that counts it, had it not); null where there is none.',
    ),
})
export type Contact = z.output<typeof contactSchema>

export const simulatedSchema = contactSchema.extend({
  steps: z.array(
    z.strictObject({ action: z.enum(sentActions), score: z.number(), change: z.number(), stars }),
  ),
})

const starCounts = z.array(people).length(5).describe('Contacts of 1 to 5 stars.')

export const starMoverSchema = z.strictObject({
  personId: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  before: z.strictObject({ score: z.number(), stars }),
  after: z.strictObject({ score: z.number(), stars }),
  /** `hard bounce, 16 Dec 2025`; null where only time passed. */
  cause: z.string().nullable(),
})

/** What the page of contacts opens with. */
export const contactsOverviewSchema = z.strictObject({
  /** Null: no contact model is published. */
  ratedBy: ratedBySchema.nullable(),
  /** Of the ratings being made, or made again, 0 to 1; null when they are current. */
  rebuilding: z.strictObject({ runId: z.uuid(), progress: z.number() }).nullable(),
  contacts: people,
  stars: starCounts,
  /** Where 2★, 3★, 4★ and 5★ begin. */
  cuts: z.array(z.number()).length(4),
  /** Oldest first, one a week, the last one now. */
  overTime: z.array(z.strictObject({ asOf: instant, contacts: people, stars: starCounts })),
  /** Against about a week ago; null before there are ratings of then. */
  week: z
    .strictObject({
      since: instant,
      rose: people,
      fell: people,
      came: people,
      /** Stars then × stars now, of contacts of both. */
      matrix: z.array(z.array(people).length(5)).length(5),
      movers: z
        .array(starMoverSchema)
        .describe('The largest changes of score among those whose stars changed.'),
    })
    .nullable(),
  /** By cut, within `within` of it. */
  nearCuts: z.strictObject({
    within: z.number(),
    cuts: z.array(z.strictObject({ stars, from: z.number(), below: people, above: people })),
  }),
  /** Reads and clicks that came in, and those of machines among them. */
  machines: z.strictObject({ reads: people, machineReads: people, contacts: people, changed: people }),
  lists: z.array(z.strictObject({ list: z.enum(contactLists), contacts: people })),
})
export type ContactsOverview = z.output<typeof contactsOverviewSchema>

/** What the page of one contact asks beside the rating: stars that changed, the newest first. */
export const ratingChangeSchema = z.strictObject({
  at: instant,
  before: z.strictObject({ score: z.number(), stars: z.int().min(0).max(5) }),
  after: z.strictObject({ score: z.number(), stars: z.int().min(0).max(5) }),
  cause: z.string(),
  causeAt: instant.nullable(),
  version: versionNumber,
})
