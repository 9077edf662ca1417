import { z } from 'zod'
import type { EventKind } from '@/lib/ingest/canonical-event'

export const catalogSchema = z.strictObject({})

export const tailSchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** Only what came in after this place: the `cursor` of an earlier answer. */
  after: z.string().max(2000).optional(),
})
export type TailInput = z.output<typeof tailSchema>

/** One name of the catalog. */
export type CatalogItem = {
  name: string
  kind: EventKind
  /** Does it count as activity (`scoring.md` §0)? */
  activity: boolean
  /** Events. */
  volume: number
  people: number
  firstSeen: Date
  lastSeen: Date
  /** Keys its properties have had, in order of the alphabet. */
  properties: string[]
}

export type Catalog = {
  items: CatalogItem[]
  /** Of everything that somebody did or received: identify, group and alias are left out. */
  total: { events: number; names: number; people: number; firstSeen: Date | null; lastSeen: Date | null }
  /** People are counted exactly and after merges; otherwise estimated, by their ids before merges. */
  exact: boolean
  /** The catalog is one page. */
  nextCursor: null
}

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
