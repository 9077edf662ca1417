import type { z } from 'zod'
import { isLive } from '@/lib/engagement/snapshot-data'
import { holdsEmail } from '@/lib/people/mask-emails'
import { shownScores } from '@/lib/people/shown-scores'
import { personStates } from '@/lib/scoring/engagement/state'
import { type Context, can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { accountView, scoresView, topTierOf } from './account-view'
import type { AccountDetails, getAccountSchema } from './schema'
import { accountStandings, accountTraits, oneAccount } from './sql/one-account'

/**
 * One account by its id, with the roll-up of the newest scores. Whoever sees no e-mails cannot ask by one: the answer is
 * the same as for an account that does not exist. Throws AppError `not_found`.
 */
export async function getAccount(
  context: Context,
  asked: z.output<typeof getAccountSchema>,
): Promise<AccountDetails> {
  const { id, model, topK } = asked
  const unmasked = can(context, 'people:unmasked')
  const workspace = context.workspace.id
  const shown = await shownScores(workspace, model)
  const of = { workspace, account: id }
  const hidden = !unmasked && holdsEmail(id)
  const [[row], traits, standings] = await Promise.all([
    hidden ? [] : oneAccount(shown !== null)({ ...of, run: shown?.runId, topTier: topTierOf(shown), topK }),
    unmasked ? accountTraits(of) : [],
    shown ? accountStandings({ ...of, run: shown.runId }) : [],
  ])
  if (!row) throw new AppError('not_found', 'There is no such account.', ['id'])
  if (shown && !(await isLive(shown.runId))) return getAccount(context, asked)

  const count = (is: (standing: (typeof standings)[number]) => boolean) =>
    standings.filter(is).reduce((sum, { people }) => sum + people, 0)
  return {
    ...accountView(row, unmasked),
    traits: Object.fromEntries(traits.map(({ key, value }) => [key, JSON.parse(value) as unknown])),
    tiers: (shown?.tiers ?? []).map(({ key, name }) => ({
      key,
      name,
      people: count(({ state, tier }) => state === 'scored' && tier === key),
    })),
    states: Object.fromEntries(personStates.map((state) => [state, count((row) => row.state === state)])),
    scores: scoresView(shown),
    masked: !unmasked,
  }
}
