import { z } from 'zod'
import { instant, pageOf } from '@/lib/api/shapes'
import { documentSchema } from '@/lib/engagement/schema'
import { listedStates } from '@/lib/people/schema'
import { MOST_KNOWN_PEOPLE } from './most-known-people'

/** Fewer do not make an order worth a number. */
export const FEWEST_RANKED = 3

export const listKnownPeopleSchema = z.strictObject({ id: z.uuid() })

export const saveKnownPeopleSchema = z.strictObject({
  id: z.uuid(),
  people: z
    .array(z.string().min(1).max(1000))
    .max(MOST_KNOWN_PEOPLE, { error: `at most ${MOST_KNOWN_PEOPLE} people can be pinned` })
    .describe('Public ids or e-mails, the best first. Whoever is left out is not pinned any more.'),
})

export const agreementSchema = z.strictObject({
  id: z.uuid(),
  document: documentSchema.optional().describe('Default: the draft as it is saved.'),
})

const score = z.number().min(0).max(100)
const rank = z.number().min(1)

const knownPersonSchema = z.strictObject({
  /** Masked where it holds an e-mail and the asker may not see it. */
  personId: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  /** Under the live version at `asOf`; null without one. */
  liveScore: score.nullable(),
  state: z.enum(listedStates),
  /** Key of the live tier. */
  tier: z.string().nullable(),
  /** By gut feeling: 1 is the best. */
  position: z.int().min(1),
})
export type KnownPerson = z.output<typeof knownPersonSchema>

export const knownPeopleOutput = pageOf(knownPersonSchema).extend({
  /** Of the live scores; null before the first run. */
  asOf: instant.nullable(),
  version: z.int().nullable(),
})
export type KnownPeople = z.output<typeof knownPeopleOutput>

/** Kendall's tau-b of scores and the order by gut feeling, with a bootstrap 95 % interval. */
const tauSchema = z.strictObject({
  /** Known people with a score. */
  n: z.int().min(0),
  /** 1: the same order, −1: the reverse. */
  tau: z.number().min(-1).max(1).nullable(),
  low: z.number().min(-1).max(1).nullable(),
  high: z.number().min(-1).max(1).nullable(),
  /** The interval holds 0, or there is none: there may be no agreement at all. */
  open: z.boolean(),
  /** Why there is no tau; null where there is one. */
  reason: z.string().nullable(),
})
export type Tau = z.output<typeof tauSchema>

const rankedPersonSchema = z.strictObject({
  personId: z.string(),
  position: z.int().min(1),
  draftScore: score.nullable(),
  liveScore: score.nullable(),
  /** Among the known people with a score, 1 is the highest; those with the same share the middle of their ranks. */
  draftRank: rank.nullable(),
  liveRank: rank.nullable(),
})

export const agreementOutput = z.strictObject({
  /** The instant both are scored at; null where nobody is pinned. */
  asOf: instant.nullable(),
  /** The live version; null where it has no scores then. */
  version: z.int().nullable(),
  /** In the order of gut feeling. */
  items: z.array(rankedPersonSchema),
  draft: tauSchema,
  live: tauSchema.nullable(),
})
export type Agreement = z.output<typeof agreementOutput>
