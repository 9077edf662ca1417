import { z } from 'zod'
import { type ErrorCode, errorStatus } from '@/lib/server/errors'

/** A moment in an answer: a Date in the product, ISO 8601 in UTC on the wire. */
export const instant = z.date().meta({ format: 'date-time' })

/** One page of a list, and where the next one begins. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() })

/** What a list is asked with: spread it into the fields of its input. */
export const pageInput = {
  cursor: z.string().max(2000).optional().describe('The `nextCursor` of the page before.'),
  limit: z.coerce.number().int().min(1).max(10_000).default(1000).describe('Items on a page.'),
}

/** What a refused call answers; `internal` is a fault of ours. */
export const errorSchema = z.strictObject({
  error: z.strictObject({
    code: z.enum([...(Object.keys(errorStatus) as ErrorCode[]), 'internal']),
    message: z.string().describe('What is wrong, in a sentence.'),
    path: z
      .array(z.union([z.string(), z.int()]))
      .optional()
      .describe('Where in the input.'),
  }),
})
