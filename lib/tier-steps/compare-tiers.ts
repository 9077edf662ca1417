import { newcombeDifference } from '@/lib/scoring/stats/newcombe'
import { wilsonInterval } from '@/lib/scoring/stats/wilson'
import type { ComparedBehavior, TierStep } from './schema'
import type { TierDoers } from './sql/doers-by-tier'

type Tier = { key: string; people: number }
type Doers = Pick<TierDoers, 'tier' | 'did' | 'medians'>
type Behavior = { key: string; name: string; enabled: boolean }
type Did = { people: number; median: number }

function doersOf({ people, median }: Did, n: number): ComparedBehavior['here'] {
  const interval = wilsonInterval(people, n)
  return {
    people,
    share: n === 0 ? null : people / n,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    median: people === 0 ? null : median,
  }
}

const bySize = (a: ComparedBehavior, b: ComparedBehavior) =>
  (b.difference ?? -2) - (a.difference ?? -2) || (a.key < b.key ? -1 : 1)

/**
 * For every tier but the top, what the people of the tier above did more: per enabled behavior the share of each tier
 * who did it at all, and the difference. Shares have Wilson's interval, the difference Newcombe's.
 *
 * @param tiers lowest first, with their people
 * @param behaviors as in the document; disabled ones are left out
 * @param doers by tier, in the order of the enabled behaviors; none of a tier without people
 */
export function compareTiers(
  tiers: readonly Tier[],
  behaviors: readonly Behavior[],
  doers: readonly Doers[],
): TierStep[] {
  const enabled = behaviors.filter((behavior) => behavior.enabled)
  const didOf = (tier: Tier, index: number): Did => {
    const of = doers.find((row) => row.tier === tier.key)
    return { people: of?.did[index] ?? 0, median: of?.medians[index] ?? 0 }
  }
  return tiers.slice(1).map((above, index) => {
    const here = tiers[index] ?? above
    const compared = enabled.map(({ key, name }, j): ComparedBehavior => {
      const [of, ofAbove] = [didOf(here, j), didOf(above, j)]
      const apart = newcombeDifference(ofAbove.people, above.people, of.people, here.people)
      return {
        ...{ key, name },
        here: doersOf(of, here.people),
        above: doersOf(ofAbove, above.people),
        difference: apart?.difference ?? null,
        low: apart?.low ?? null,
        high: apart?.high ?? null,
        open: !apart || (apart.low <= 0 && apart.high >= 0),
      }
    })
    return { tier: here.key, above: above.key, behaviors: compared.sort(bySize) }
  })
}
