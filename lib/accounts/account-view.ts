import { maskEmails, maskId } from '@/lib/people/mask-emails'
import type { Shown } from '@/lib/people/shown-scores'
import { type Account, fewScored } from './schema'
import type { RollUpRow } from './sql/rolled-up'

/** An account as the asker may see it: without `people:unmasked` e-mails in its id and name are masked. */
export function accountView({ account, name, ...rollUp }: RollUpRow, unmasked: boolean): Account {
  return {
    accountId: unmasked ? account : maskId(account),
    name: name === '' ? null : unmasked ? name : maskEmails(name),
    ...rollUp,
    few: rollUp.scored < fewScored,
  }
}

export const topTierOf = (shown: Shown | null): string => shown?.tiers.at(-1)?.key ?? ''

/** Which scores the roll-ups are made of. */
export const scoresView = (shown: Shown | null) =>
  shown && {
    model: { id: shown.model.id, name: shown.model.name },
    version: shown.version,
    asOf: shown.asOf,
    topTier: topTierOf(shown),
  }
