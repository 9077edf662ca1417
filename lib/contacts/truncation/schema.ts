import { z } from 'zod'
import { instant } from '@/lib/api/shapes'
import { runStates } from '@/lib/engagement/schema'

const people = z.int().min(0)
const day = z.iso.date({ error: 'Give a day such as 2025-01-01.' })

export const truncationEffectSchema = z.strictObject({
  before: day.describe('Actions that occurred before the first instant of this local day would go.'),
})

/** What dropping old actions does to the ratings of one model, now and from now on. */
const effectOfModel = z.strictObject({
  model: z.strictObject({ id: z.uuid(), name: z.string() }),
  version: z.int(),
  contacts: people,
  changed: people.describe('Contacts whose score changes at all.'),
  starsChanged: people,
  largestRise: z.number().min(0),
  largestDrop: z.number().min(0),
  /** Stars before × stars after. */
  matrix: z.array(z.array(people).length(5)).length(5),
  fewestKept: people
    .nullable()
    .describe(
      'The fewest counted actions that anybody keeps of those who lose some; null: nobody loses any.',
    ),
  bound: z
    .strictObject({ lowersAtMost: z.number(), raisesAtMost: z.number(), factor: z.number() })
    .nullable()
    .describe('From now on a score lies between score − lowersAtMost and score · factor + raisesAtMost.'),
  noBound: z.string().nullable().describe('Why there is no bound, a sentence.'),
})
export type EffectOfModel = z.output<typeof effectOfModel>

export const effectSchema = z.strictObject({
  before: instant,
  /** The instant of both scores. */
  asOf: instant,
  actions: people.describe('Stored contact actions.'),
  dropped: people.describe('Of them, what would be gone.'),
  models: z.array(effectOfModel),
})
export type Effect = z.output<typeof effectSchema>

export const startTruncationSchema = z
  .strictObject({
    before: day,
    confirm: z.string().describe('The same day once more: what is dropped cannot be brought back.'),
  })
  .refine(({ before, confirm }) => before === confirm.trim(), {
    path: ['confirm'],
    error: 'Type the day before which actions go.',
  })

export const truncationSchema = z.strictObject({
  id: z.uuid(),
  before: instant,
  state: z.enum(runStates),
  progress: z.number().min(0).max(1),
  dropped: people,
  error: z.string().nullable(),
  createdBy: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
})

export const listTruncationsSchema = z.strictObject({})
export const truncationsSchema = z.strictObject({ items: z.array(truncationSchema) })

export const cancelTruncationSchema = z.strictObject({ id: z.uuid() })
