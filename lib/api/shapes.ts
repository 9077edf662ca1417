import { z } from 'zod'

/** A moment in an answer: a Date in the product, ISO 8601 in UTC on the wire. */
export const instant = z.date().meta({ format: 'date-time' })

/** One page of a list, and where the next one begins. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() })
