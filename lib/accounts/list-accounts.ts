import { z } from 'zod'
import { isLive } from '@/lib/engagement/snapshot-data'
import { type Shown, shownScores } from '@/lib/people/shown-scores'
import { type Context, can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { seal, unseal } from '@/lib/server/sealed'
import { accountView, scoresView, topTierOf } from './account-view'
import type { AccountsPage, ListAccounts } from './schema'
import { accountsPage } from './sql/accounts-page'

/** Where a page ended: of which listing, and the sort key and id of its last account. */
const cursorSchema = z.strictObject({
  run: z.uuid().nullable(),
  listing: z.string(),
  key: z.union([z.string(), z.number()]),
  account: z.string(),
})

const scoredAgain = () =>
  new AppError('conflict', 'People were scored again meanwhile. Start from the first page.', ['cursor'])

function startOf(cursor: string | undefined, listing: string, shown: Shown | null) {
  if (cursor === undefined) return null
  const after = unseal(cursorSchema, cursor, 'cursor')
  if (after.listing !== listing) {
    throw new AppError('invalid', 'cursor: this belongs to another listing.', ['cursor'])
  }
  if (after.run !== (shown?.runId ?? null)) throw scoredAgain()
  return after
}

/**
 * One page of accounts with the roll-up of the newest scores. Throws AppError `not_found`, or `conflict` when the scores
 * were replaced between two pages.
 */
export async function listAccounts(context: Context, input: ListAccounts): Promise<AccountsPage> {
  const { model, search = '', topK, sort, limit } = input
  const order = input.order ?? (sort === 'account' ? 'asc' : 'desc')
  const shown = await shownScores(context.workspace.id, model)
  const unmasked = can(context, 'people:unmasked')
  const listing = JSON.stringify([sort, order, search, topK])
  const after = startOf(input.cursor, listing, shown)
  const found = await accountsPage({ scored: shown !== null, sort, order, goesOn: after !== null, unmasked })(
    {
      workspace: context.workspace.id,
      run: shown?.runId,
      topTier: topTierOf(shown),
      topK,
      search,
      limit: limit + 1,
      afterKey: after?.key,
      afterAccount: after?.account,
    },
  )
  if (shown && !(await isLive(shown.runId))) {
    if (after) throw scoredAgain()
    return listAccounts(context, input)
  }
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return {
    items: rows.map(({ sortKey: _, ...row }) => accountView(row, unmasked)),
    nextCursor: last
      ? seal({ run: shown?.runId ?? null, listing, key: last.sortKey, account: last.account })
      : null,
    scores: scoresView(shown),
  }
}
