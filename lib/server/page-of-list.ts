import { z } from 'zod'
import { AppError } from './errors'
import { seal, unseal } from './sealed'

const cursorSchema = z.strictObject({ after: z.string() })

/**
 * One page of a list that is held whole. A page begins behind the item that ended the one before, wherever that stands
 * by now; where it is gone, it throws AppError `conflict`.
 */
export function pageOfList<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  { cursor, limit }: { cursor?: string; limit: number },
): { items: Item[]; nextCursor: string | null } {
  const after = cursor === undefined ? null : unseal(cursorSchema, cursor, 'cursor').after
  const before = after === null ? -1 : all.findIndex((item) => keyOf(item) === after)
  if (after !== null && before < 0) {
    throw new AppError('conflict', 'The list changed meanwhile. Start from the first page.', ['cursor'])
  }
  const items = all.slice(before + 1, before + 1 + limit)
  const last = items.at(-1)
  const more = last !== undefined && before + 1 + limit < all.length
  return { items, nextCursor: more ? seal({ after: keyOf(last) }) : null }
}
