import { z } from 'zod'
import { instant, pageInput, pageOf } from '@/lib/api/shapes'

/** Fewer people with a score than this say little of an account: it is flagged. */
export const fewScored = 3

export const accountSorts = [
  'account',
  'people',
  'scored',
  'mean',
  'median',
  'sum',
  'topMean',
  'topShare',
] as const
export type AccountSort = (typeof accountSorts)[number]

export const listAccountsSchema = z.strictObject({
  /** Default: the workspace's newest published one. */
  model: z.uuid().optional(),
  /** Part of an id or a name, whatever its case. */
  search: z.string().trim().max(200).optional(),
  /** How many of the best make `topMean`. */
  topK: z.coerce.number().int().min(1).max(100).default(3),
  sort: z.enum(accountSorts).default('mean'),
  /** Default: the first letter first, else the highest first. */
  order: z.enum(['asc', 'desc']).optional(),
  ...pageInput,
})
export type ListAccounts = z.output<typeof listAccountsSchema>

export const getAccountSchema = z.strictObject({
  id: z.string().min(1).max(1000),
  model: z.uuid().optional(),
  topK: z.coerce.number().int().min(1).max(100).default(3),
})

const rollUp = z.number().nullable()

/** An account with the roll-up of its people (`scoring.md` §4); roll-ups are null where nobody has a score. */
const accountSchema = z.strictObject({
  /** Masked where it holds an e-mail and the asker may not see it. */
  accountId: z.string(),
  /** The trait `name`. */
  name: z.string().nullable(),
  /** Seats: its people in these scores, whatever their state. */
  people: z.int(),
  scored: z.int(),
  /** Fewer than three have a score. */
  few: z.boolean(),
  /** Of the scores, 0 to 100, higher is better. */
  mean: rollUp,
  median: rollUp,
  sum: rollUp,
  /** Mean of the `topK` best, or of all where there are fewer. */
  topMean: rollUp,
  /** Share of seats in the highest tier. */
  topShare: rollUp,
})
export type Account = z.output<typeof accountSchema>

const scoresSchema = z
  .strictObject({
    model: z.strictObject({ id: z.uuid(), name: z.string() }),
    version: z.int(),
    asOf: instant,
    /** Key of the highest tier. */
    topTier: z.string(),
  })
  .nullable()
  .describe('Null before the first run.')

export const accountsPageSchema = pageOf(accountSchema).extend({ scores: scoresSchema })
export type AccountsPage = z.output<typeof accountsPageSchema>

export const accountDetailsSchema = accountSchema.extend({
  /** The newest value of each; empty where traits are hidden. */
  traits: z.record(z.string(), z.unknown()),
  /** Its people in each tier, lowest first, and in each state. */
  tiers: z.array(z.strictObject({ key: z.string(), name: z.string(), people: z.int() })),
  states: z.record(z.string(), z.int()),
  scores: scoresSchema,
  masked: z.boolean(),
})
export type AccountDetails = z.output<typeof accountDetailsSchema>
