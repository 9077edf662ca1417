import { z } from 'zod'
import { seal, unseal } from '@/lib/server/sealed'

const cursorSchema = z.strictObject({
  /** The version whose ratings are listed. */
  version: z.uuid(),
  sort: z.string(),
  order: z.string(),
  key: z.union([z.number(), z.string(), z.null()]),
  person: z.string().regex(/^\d+$/),
})

/** Where a page ended: of which listing, and the sort key and id of its last contact. */
export type Cursor = z.infer<typeof cursorSchema>

export const sealCursor = (cursor: Cursor): string => seal(cursor)

/** Throws AppError `invalid` for what is not a cursor of ours. */
export const openCursor = (text: string): Cursor => unseal(cursorSchema, text, 'cursor')
