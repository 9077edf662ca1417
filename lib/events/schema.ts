import { z } from 'zod'
import { instant, pageInput, pageOf } from '@/lib/api/shapes'
import { type EventKind, eventKinds } from '@/lib/ingest/canonical-event'

export const catalogSchema = z.strictObject(pageInput)

export const tailSchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** Only what came in after this place: the `cursor` of an earlier answer. */
  after: z.string().max(2000).optional(),
})
export type TailInput = z.output<typeof tailSchema>

/** One name of the catalog. */
const catalogItemSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(eventKinds),
  activity: z.boolean().describe('Does it count as activity of a person?'),
  volume: z.number().describe('Events.'),
  people: z.number(),
  firstSeen: instant,
  lastSeen: instant,
  properties: z.array(z.string()).describe('Keys its properties have had, in order of the alphabet.'),
})
export type CatalogItem = z.output<typeof catalogItemSchema>

export const catalogPageSchema = pageOf(catalogItemSchema).extend({
  total: z
    .strictObject({
      events: z.number(),
      names: z.number(),
      people: z.number(),
      firstSeen: instant.nullable(),
      lastSeen: instant.nullable(),
    })
    .describe('Of everything that somebody did or received: identify, group and alias are left out.'),
  exact: z
    .boolean()
    .describe(
      'People are counted exactly and after merges; otherwise estimated, by their ids before merges.',
    ),
})
export type Catalog = z.output<typeof catalogPageSchema>

export const propertyValuesSchema = z.strictObject({
  /** To the letter; `*` stands for any activity. */
  event: z.string().min(1).max(500),
  property: z.string().min(1).max(500),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

const valueOf = <Type extends string, Value extends z.ZodType>(type: Type, value: Value) =>
  z.strictObject({
    type: z.literal(type),
    value,
    count: z.number().describe('Events that carried it.'),
    masked: z.boolean().describe('E-mails in it are hidden, so it equals nothing that was sent.'),
  })

export const propertyValuesResultSchema = z.strictObject({
  event: z.string(),
  property: z.string(),
  events: z.number().describe('Newest events looked at.'),
  types: z
    .strictObject({ text: z.number(), number: z.number(), boolean: z.number(), other: z.number() })
    .describe('How many of them carried a value of the type; other: a list or an object.'),
  min: z.number().nullable().describe('Of the numbers.'),
  max: z.number().nullable(),
  values: z
    .array(
      z.discriminatedUnion('type', [
        valueOf('text', z.string()),
        valueOf('number', z.number()),
        valueOf('boolean', z.boolean()),
      ]),
    )
    .describe('The most frequent first.'),
})
export type PropertyValues = z.output<typeof propertyValuesResultSchema>

/** An event of the live tail. */
export type TailEvent = {
  /** Message id as sent. */
  id: string
  name: string
  kind: EventKind
  /** Public id after merges; null for an event about no person. */
  personId: string | null
  occurredAt: Date
  receivedAt: Date
  source: { kind: 'http' | 'import' | 'webhook'; name: string | null }
  /** Traits for identify and group; null where those are hidden. */
  properties: Record<string, unknown> | null
}

export type Tail = { items: TailEvent[]; cursor: string | null; masked: boolean }
