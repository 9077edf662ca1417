import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import type { StarsWhatIf } from '@/lib/scoring/contacts/what-if/compile-stars-what-if'
import type { StarChange } from '@/lib/scoring/contacts/what-if/star-change'
import type { LiveStarSummary } from './stars-engine'

/** Contacts of a number of stars, of 1 to 5. */
export const ofStars = ({ stars }: Pick<StarsWhatIf, 'stars'>, count: number): number => stars[count - 1] ?? 0

/** "43 up and 189 down". */
export const waysOf = ({ up, down }: Pick<StarChange, 'up' | 'down'>): string =>
  `${formatNumber(up)} up and ${formatNumber(down)} down`

/**
 * "Your draft changes the stars of 232 of 3,412 contacts: 43 up and 189 down. 5★ goes from 963 to 851."
 */
export function starsAnswer(
  result: Pick<StarsWhatIf, 'contacts' | 'stars' | 'change'>,
  live: LiveStarSummary | null,
): { claim: string; rest: string } {
  const { contacts, change } = result
  const top = ofStars(result, 5)
  if (!change || !live) {
    return {
      claim: `Your draft gives 5★ to ${formatNumber(top)} of ${plural(contacts, 'contact')}`,
      rest: `, ${formatShare(top, contacts)} of the list.`,
    }
  }
  const moved = change.up + change.down
  if (moved === 0 && change.entered + change.left === 0) {
    return {
      claim: 'Your draft changes nobody’s stars',
      rest: `: all ${plural(change.n, 'contact')} keep what v${live.version} gives them.`,
    }
  }
  const before = ofStars(live, 5)
  return {
    claim: `Your draft changes the stars of ${formatNumber(moved)} of ${plural(change.n, 'contact')}`,
    rest: `${moved === 0 ? '.' : `: ${waysOf(change)}.`} 5★ ${
      before === top
        ? `stays at ${formatNumber(top)}`
        : `goes from ${formatNumber(before)} to ${formatNumber(top)}`
    }.`,
  }
}

/** What the order of folding means to the list, in a sentence. */
export function orderAnswer({ running, final, change }: StarsWhatIf['orders'], order: string): string {
  const moved = change.up + change.down
  if (moved === 0) return 'Running or final, everybody has the same stars.'
  const better = running.stars.reduce((sum, count, index) => sum + count * (index + 1), 0)
  const other = final.stars.reduce((sum, count, index) => sum + count * (index + 1), 0)
  const mean = (sum: number, contacts: number) => formatNumber(contacts > 0 ? sum / contacts : 0, 2)
  return `Read as final instead of running, ${plural(moved, 'contact')} of ${formatNumber(change.n)} would have other stars: ${waysOf(change)}. Mean stars: running ${mean(better, running.contacts)}, final ${mean(other, final.contacts)}. The draft is ${order}.`
}
