import { z } from 'zod'
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

export type PersonRow = {
  /** Masked where it holds an e-mail and the asker may not see it. */
  personId: string
  email: string | null
  /** Null when hidden or not known. */
  name: string | null
  account: string | null
  /** 0 to 100, higher is better. */
  score: number | null
  raw: number | null
  tier: string | null
  stage: string | null
  state: ListedState
  lastActivity: Date | null
  asOf: Date | null
  version: number | null
}

/** The scores a listing shows. */
export type ListedScores = {
  model: { id: string; name: string }
  version: number
  asOf: Date
  /** People with a score. */
  n: number
  /** Lowest first. */
  tiers: { key: string; name: string }[]
  /** Youngest first. */
  stages: string[]
}

export type PeoplePage = {
  items: PersonRow[]
  nextCursor: string | null
  /** People on all pages; null on later pages. */
  total: number | null
  /** Null before the first run. */
  scores: ListedScores | null
}
