import { createHash } from 'node:crypto'
import { z } from 'zod'
import { seal, unseal } from '@/lib/server/sealed'
import type { ContactsList } from './page-schema'

const cursorSchema = z.strictObject({
  /** The version whose ratings are listed. */
  version: z.uuid(),
  sort: z.string(),
  order: z.string(),
  /** Of what is listed: see `filterMark`. */
  filter: z.string(),
  key: z.union([z.number(), z.string(), z.null()]),
  person: z.string().regex(/^\d+$/),
})

/** Where a page ended: of which listing, and the sort key and id of its last contact. */
export type Cursor = z.infer<typeof cursorSchema>

/** Tells listings apart by what they hold, in whatever order that was asked for. */
export function filterMark({ list, stars, search }: Pick<ContactsList, 'list' | 'stars' | 'search'>): string {
  const asked = [list ?? null, [...new Set(stars)].sort(), search ?? '']
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url').slice(0, 16)
}

export const sealCursor = (cursor: Cursor): string => seal(cursor)

/** Throws AppError `invalid` for what is not a cursor of ours. */
export const openCursor = (text: string): Cursor => unseal(cursorSchema, text, 'cursor')
