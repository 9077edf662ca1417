import { z } from 'zod'
import { instant, pageOf } from '@/lib/api/shapes'
import { instantSchema, latestOrInstant, tierNameSchema, versionNumber } from '@/lib/engagement/schema'
import { eventKinds } from '@/lib/ingest/canonical-event'
import { personStates } from '@/lib/scoring/engagement/state'

/** The states of `scoring.md` §1.5, and one for people whom no run has seen yet. */
export const listedStates = [...personStates, 'not-scored'] as const
export type ListedState = (typeof listedStates)[number]

export const peopleSorts = ['score', 'raw', 'person', 'lastActivity'] as const
export type PeopleSort = (typeof peopleSorts)[number]

export const sortOrders = ['asc', 'desc'] as const
export type SortOrder = (typeof sortOrders)[number]

/** What a sort starts with when it is chosen: the highest, the latest, the first letter. */
export const firstOrder = (sort: PeopleSort): SortOrder => (sort === 'person' ? 'asc' : 'desc')

const word = z.string().trim().max(200)

/** Which people: absent or empty means all. */
export const peopleFilter = {
  /** Part of a user id, an e-mail or a name, whatever its case. */
  search: word.optional(),
  tier: word.optional(),
  stage: word.optional(),
  state: z.enum(listedStates).or(z.literal('all')).optional(),
  account: word.optional(),
}

export const listPeopleSchema = z.strictObject({
  /** Default: the workspace's newest published one. */
  model: z.uuid().optional(),
  ...peopleFilter,
  sort: z.enum(peopleSorts).default('score'),
  order: z.enum(sortOrders).optional(),
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(200),
})
export type ListPeople = z.output<typeof listPeopleSchema>

export const getPersonSchema = z.strictObject({
  /** Public id: the user id as sent, else `anon:<id>`, else `email:<address>`. */
  id: z.string().min(1).max(1000),
  model: z.uuid().optional(),
})

export const personRowSchema = z.strictObject({
  /** Masked where it holds an e-mail and the asker may not see it. */
  personId: z.string(),
  email: z.string().nullable(),
  /** Null when hidden or not known. */
  name: z.string().nullable(),
  account: z.string().nullable(),
  /** 0 to 100, higher is better. */
  score: z.number().nullable(),
  raw: z.number().nullable(),
  tier: z.string().nullable(),
  stage: z.string().nullable(),
  state: z.enum(listedStates),
  lastActivity: instant.nullable(),
  asOf: instant.nullable(),
  version: z.int().nullable(),
})
export type PersonRow = z.output<typeof personRowSchema>

/** The scores a listing shows. */
const listedScoresSchema = z.strictObject({
  model: z.strictObject({ id: z.uuid(), name: z.string() }),
  version: z.int(),
  asOf: instant,
  /** People with a score. */
  n: z.int(),
  /** Lowest first. */
  tiers: z.array(tierNameSchema),
  /** Youngest first. */
  stages: z.array(z.string()),
})
export type ListedScores = z.output<typeof listedScoresSchema>

export const peoplePageSchema = pageOf(personRowSchema).extend({
  total: z.int().nullable().describe('People on all pages; null on later pages.'),
  scores: listedScoresSchema.nullable().describe('Null before the first run.'),
})
export type PeoplePage = z.output<typeof peoplePageSchema>

const ofModel = z.strictObject({ id: z.uuid(), name: z.string() })

/** One of R, F and M: its quintile among the people of the run, 5 is best. */
const quintileSchema = z.strictObject({ quintile: z.int().min(1).max(5), value: z.number().nullable() })

/** One person as the head of their page tells it; what hangs on scores is null without one. */
export const personSchema = z.strictObject({
  ...personRowSchema.shape,
  /** Whose scores these are; null before the first run. */
  model: z
    .strictObject({
      ...ofModel.shape,
      /** Lowest first, each with what the model says to do with its people. */
      tiers: z.array(tierNameSchema.extend({ strategy: z.string().nullable() })),
      stages: z.array(z.string()),
    })
    .nullable(),
  /** The first scheduled instant since which the person was always found in this tier. */
  tierSince: instant.nullable(),
  /** Days since the first activity, or since `createdAt` where that is earlier, at `asOf`. */
  tenureDays: z.number().nullable(),
  firstSeen: instant.nullable(),
  rfm: z
    .strictObject({
      /** Days since the newest matched event; null without any. */
      recency: quintileSchema,
      /** Matched events in the window. */
      frequency: quintileSchema,
      /** Strategic value in the window. */
      monetary: quintileSchema,
    })
    .nullable(),
  accountPeople: z
    .strictObject({
      people: z.int(),
      /** Those with a score, and its mean; null without any. */
      scored: z.int(),
      meanScore: z.number().nullable(),
    })
    .nullable(),
  identities: z.array(z.strictObject({ id: z.string(), firstSeen: instant })),
  /** The newest value of each; empty where traits are hidden. */
  traits: z.record(z.string(), z.unknown()),
  masked: z.boolean(),
})
export type Person = z.output<typeof personSchema>

export const references = ['frozen', 'rolling'] as const
export type Reference = (typeof references)[number]

export const personPathSchema = z.strictObject({
  ...getPersonSchema.shape,
  reference: z.enum(references).default('frozen'),
  /** Default: the twelve months until the newest scores. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
})

/** A person at one scheduled instant; without a score, the fields before `state` are null. */
const pathPointSchema = z.strictObject({
  asOf: instant,
  score: z.number().nullable(),
  raw: z.number().nullable(),
  tier: z.string().nullable(),
  stage: z.string().nullable(),
  /** `not-scored`: the run did not know the person. */
  state: z.enum(listedStates),
  version: z.int(),
})

/** The weekly scores of a person, oldest first. */
export const pathOutput = z.strictObject({
  ...pageOf(pathPointSchema).shape,
  personId: z.string(),
  model: ofModel.nullable(),
  reference: z.enum(references),
  /** The day the frozen reference of the newest point is pinned to; null under rolling. */
  referenceAsOf: instant.nullable(),
  /** Of the newest point, lowest first. */
  tiers: z.array(tierNameSchema),
})
export type PersonPath = z.output<typeof pathOutput>

export const explainPersonSchema = z.strictObject({
  ...getPersonSchema.shape,
  asOf: latestOrInstant.default('latest'),
  version: versionNumber.optional(),
  /** Default: the version's own. */
  reference: z.enum(references).optional(),
  /** Also tell what changed since the scores of this instant. */
  from: instantSchema.optional(),
  /** Default: the same version where it has scores then, else the newest that has. */
  fromVersion: versionNumber.optional(),
})

const explainedBehaviorSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  /** Matching events in the window, and the local days they fall on. */
  events: z.int(),
  days: z.int(),
  /** Ages of the newest and the oldest of them at asOf, in days. */
  newestAge: z.number().nullable(),
  oldestAge: z.number().nullable(),
  measure: z.strictObject({
    type: z.enum(['count', 'days', 'once', 'sum', 'first']),
    property: z.string().optional(),
  }),
  kernel: z.strictObject({
    type: z.enum(['none', 'half-life', 'linear', 'step', 'power']),
    days: z.number().optional(),
    gravity: z.number().optional(),
  }),
  cap: z.number().nullable(),
  curve: z.strictObject({ type: z.enum(['linear', 'log', 'sqrt', 'saturating']), k: z.number().optional() }),
  /** n: what was measured, after the kernel. */
  n: z.number(),
  /** Does the cap cut n? */
  capped: z.boolean(),
  /** f(min(cap, n)): what the weight multiplies. */
  counted: z.number(),
  weight: z.number(),
  /** weight · counted; the terms and the remainder sum to raw. */
  term: z.number(),
  /** How the events became `counted`, a phrase: `6 times, half-life 14 days`. */
  how: z.string(),
})

/** A place among the people compared with: L, E and N in people. */
const placeSchema = z.strictObject({
  /** Keys of the stages whose people these are. */
  stages: z.array(z.string()),
  below: z.int(),
  equal: z.int(),
  n: z.int(),
  score: z.number(),
})

const explainedScoreSchema = z.strictObject({
  behaviors: z.array(explainedBehaviorSchema),
  /** The part of raw that today's events do not tell, when people were merged or events erased since; usually 0. */
  remainder: z.number(),
  raw: z.number(),
  tenureDays: z.number(),
  stage: z.string(),
  method: z.enum(['percentile', 'min-max', 'log-min-max']),
  zeros: z.enum(['bottom', 'midrank', 'active-only']),
  /** Raw is at most 0 and the zeros rule says 0. */
  zero: z.boolean(),
  /** In the person's own stage, or the pool it is in. `score` is that of this place alone. */
  place: placeSchema,
  /** The raw that scores 100 by a min–max method; null by percentile. */
  hi: z.number().nullable(),
  /** Near a boundary of stages: both places, and the share of the older one. */
  blend: z
    .strictObject({ boundary: z.number(), lambda: z.number(), young: placeSchema, old: placeSchema })
    .nullable(),
  score: z.number(),
  tier: z.strictObject({ key: z.string(), name: z.string(), from: z.number(), to: z.number() }),
  /** People compared with by raw: `counts[b]` from `b · width` on, `above` beyond the last. Null where not kept. */
  distribution: z.strictObject({ width: z.number(), counts: z.array(z.int()), above: z.int() }).nullable(),
  /** A sentence: from raw to score. */
  words: z.string(),
})

/** Why a score changed, in the order in which the steps are taken. */
export const changeCauses = [
  'corrections',
  'left-window',
  'ageing',
  'new-occurrences',
  'version',
  'stage',
  'reference',
] as const

const changeStepSchema = z.strictObject({
  cause: z.enum(changeCauses),
  /** What it changed; the steps sum to the change of raw and of score. */
  raw: z.number(),
  score: z.number(),
  /** Behaviors it touched: their share of `raw`, and the events and local days behind it. */
  behaviors: z.array(
    z.strictObject({ key: z.string(), name: z.string(), raw: z.number(), events: z.int(), days: z.int() }),
  ),
  /** The line below the cause; '' where there is nothing to say. */
  words: z.string(),
})

const changePointSchema = z.strictObject({
  asOf: instant,
  version: z.int(),
  state: z.enum([...personStates, 'not-scored']),
  raw: z.number().nullable(),
  score: z.number().nullable(),
  tier: z.string().nullable(),
  stage: z.string().nullable(),
})

const changeSchema = z.strictObject({
  from: changePointSchema,
  to: changePointSchema,
  /** Null where one of the two has no score: then it is the state that changed. */
  steps: z.array(changeStepSchema).nullable(),
  /** The main reason, a line: `Ran a report 4 times, shared a dashboard on 2 days`. */
  words: z.string(),
})

/** Why a score is what it is and, where `from` was asked, why it changed. */
export const explanationOutput = z.strictObject({
  personId: z.string(),
  model: ofModel,
  version: z.int(),
  asOf: instant,
  windowFrom: instant,
  state: z.enum([...personStates, 'not-scored']),
  /** What the score is placed in: `asOf` is the day of its people. */
  reference: z.strictObject({ type: z.enum(references), asOf: instant }),
  /** Events that occurred before asOf and came in after the run had begun: the next run counts them. */
  lateEvents: z.int(),
  /** Counts were not kept for this instant: they are counted from the events of today, and may differ from the run's. */
  recounted: z.boolean(),
  score: explainedScoreSchema.nullable(),
  change: changeSchema.nullable(),
})
export type Explanation = z.output<typeof explanationOutput>

export const timelineSchema = z.strictObject({
  ...getPersonSchema.shape,
  only: z.enum(['behaviors', 'all']).default('all'),
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
})

const timelineEventSchema = z.strictObject({
  type: z.literal('event'),
  id: z.string(),
  at: instant,
  kind: z.enum(eventKinds),
  event: z.string(),
  /** One property worth a line, `Weekly revenue`; null without one. */
  detail: z.string().nullable(),
  /** E-mails in them are masked for those who may not see any. */
  properties: z.record(z.string(), z.unknown()),
  /** Came in more than a day after it occurred, other than from a file. */
  late: z.boolean(),
  receivedAt: instant,
  /** `since`: not in the shown scores, occurred or received after them. `before`: older than their window. */
  standing: z.enum(['counted', 'before', 'since', 'not-a-behavior']),
  /** The behaviors it counts for. `worth` in raw at asOf is that of the event together with `others` further ones. */
  behaviors: z.array(
    z.strictObject({ key: z.string(), name: z.string(), worth: z.number(), others: z.int() }),
  ),
})

const timelineMergeSchema = z.strictObject({
  type: z.literal('merge'),
  at: instant,
  /** The id that counts as this person since then. */
  personId: z.string(),
})

const timelineSeparationSchema = z.strictObject({
  type: z.literal('separation'),
  at: instant,
  /** The id on the other side. */
  personId: z.string(),
  left: z
    .enum(['id', 'person'])
    .describe('Who was taken out of whom: `id` of this person, or this `person` of it.'),
})

/** Newest first. */
export const timelineOutput = z.strictObject({
  ...pageOf(
    z.discriminatedUnion('type', [timelineEventSchema, timelineMergeSchema, timelineSeparationSchema]),
  ).shape,
  personId: z.string(),
  /** What `worth` is told by; null before the first run. */
  asOf: instant.nullable(),
})
export type Timeline = z.output<typeof timelineOutput>
export type TimelineEntry = Timeline['items'][number]
