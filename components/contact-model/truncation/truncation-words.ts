import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { formatShare } from '@/lib/format/percent'
import type { TruncationEffect } from '@/lib/contacts/truncation/client'

type Model = TruncationEffect['models'][number]

/** "Dropping 12,345 of 90,389 actions changes the stars of 12 of 6,179 contacts." */
export function truncationAnswer(
  { dropped, actions }: Pick<TruncationEffect, 'dropped' | 'actions'>,
  { contacts, starsChanged }: Pick<Model, 'contacts' | 'starsChanged'>,
): { claim: string; rest: string } {
  if (dropped === 0) return { claim: 'Nothing would be dropped', rest: ': every stored action is younger.' }
  const who =
    starsChanged === 0
      ? 'changes nobody’s stars'
      : `changes the stars of ${formatNumber(starsChanged)} of ${plural(contacts, 'contact')}`
  return {
    claim: `Dropping ${formatNumber(dropped)} of ${plural(actions, 'action')} ${who}`,
    rest: `, ${formatShare(dropped, actions)} of all that is stored.`,
  }
}

/** What it can do to scores from then on, in a sentence. */
export function boundInWords({
  bound,
  noBound,
  fewestKept,
}: Pick<Model, 'bound' | 'noBound' | 'fewestKept'>): string {
  if (noBound) return noBound
  if (fewestKept === null || !bound) return 'Nobody loses an action that counts.'
  const { lowersAtMost, raisesAtMost, factor } = bound
  const rises =
    factor === 1
      ? `at most ${formatNumber(raisesAtMost, 4)} higher`
      : `at most ${formatNumber(factor, 4)} times as high and ${formatNumber(raisesAtMost, 4)} more`
  return `Whoever loses actions keeps at least ${plural(fewestKept, 'counted action')}. So, however many follow, a score is never more than ${formatNumber(lowersAtMost, 4)} lower, or ${rises}, than with all actions.`
}
