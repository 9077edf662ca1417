import { z } from 'zod'
import { holdsEmail } from '@/lib/people/sql/holds-email'
import { defineQuery } from '@/lib/warehouse/define-query'
import type { AccountSort } from '../schema'
import { rollUpParams, rollUpRow, rolledUp } from './rolled-up'

type Shape = { scored: boolean; sort: AccountSort; order: 'asc' | 'desc'; goesOn: boolean; unmasked: boolean }

/** What accounts are sorted by; those without a roll-up come last, and ids that hide an e-mail stand together. */
function keyOf({ sort, order, unmasked }: Shape): string {
  if (sort !== 'account') return `toFloat64(ifNull(${sort}, ${order === 'desc' ? -1 : 1e18}))`
  return unmasked ? 'lowerUTF8(account)' : `if(${holdsEmail('account')}, '', lowerUTF8(account))`
}

/** One page of accounts with their roll-ups. Ties are in the order of ids. */
export const accountsPage = (shape: Shape) => {
  const past = shape.order === 'asc' ? '>' : '<'
  const type = shape.sort === 'account' ? 'String' : 'Float64'
  const shown = shape.unmasked ? '1' : `NOT ${holdsEmail('account')}`
  return defineQuery({
    name: 'accounts-page',
    params: rollUpParams.extend({
      search: z.string(),
      limit: z.int(),
      afterKey: z.union([z.string(), z.number()]).optional(),
      afterAccount: z.string().optional(),
    }),
    row: rollUpRow.extend({ sortKey: z.union([z.string(), z.number()]) }),
    sql: `
      SELECT *, ${keyOf(shape)} AS sortKey
      FROM (${rolledUp(shape.scored)})
      WHERE ({search:String} = '' OR (${shown} AND positionCaseInsensitiveUTF8(account, {search:String}) > 0)
        OR positionCaseInsensitiveUTF8(${shape.unmasked ? 'name' : `if(${holdsEmail('name')}, '', name)`}, {search:String}) > 0)
        ${shape.goesOn ? `AND (sortKey ${past} {afterKey:${type}} OR (sortKey = {afterKey:${type}} AND account > {afterAccount:String}))` : ''}
      ORDER BY sortKey ${shape.order}, account
      LIMIT {limit:UInt32}`,
  })
}
