import { formatNumber } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'
import { formatSigned } from '@/lib/format/signed'
import type { ComparedBehavior } from '@/lib/tier-steps/client'

const points = (share: number) => formatNumber(share * 100)

/** "+36 points, 33 to 39"; "–" where one of the tiers is empty. */
export function differenceWords({ difference, low, high }: ComparedBehavior): string {
  if (difference === null || low === null || high === null) return '–'
  return `${formatSigned(difference * 100)} points, ${points(low)} to ${points(high)}`
}

/** "48% of Power, 12% of Regular did it; +36 points, 33 to 39". */
export function behaviorWords(behavior: ComparedBehavior, names: { tier: string; above: string }): string {
  const { above, here, difference } = behavior
  const shares = `${formatPercent(above.share, 0)} of ${names.above}, ${formatPercent(here.share, 0)} of ${names.tier} did it`
  return difference === null ? shares : `${shares}; ${differenceWords(behavior)}`
}
