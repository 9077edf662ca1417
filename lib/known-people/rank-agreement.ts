import { bootstrapInterval } from '@/lib/scoring/stats/bootstrap-interval'
import { kendallTauB } from '@/lib/scoring/stats/kendall-tau'
import { FEWEST_RANKED, type Tau } from './schema'

/** A number of a UUID. */
const seedOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 8), 16)

function reasonFor(n: number, scored: number): string {
  if (n === 0) return 'nobody is pinned'
  const who =
    scored === 0
      ? 'none of them has a score'
      : `only ${scored} of them ${scored === 1 ? 'has' : 'have'} a score`
  return n < FEWEST_RANKED ? `at least ${FEWEST_RANKED} people are needed` : who
}

/**
 * How far scores put people into the order of gut feeling: Kendall's tau-b over those with a score, with a bootstrap
 * 95 % interval. Null, and why, below three people or where all have the same score.
 *
 * @param scores in the order of gut feeling, the best first
 * @param model its id: the same scores have the same interval every time
 */
export function rankAgreement(scores: readonly (number | null)[], model: string): Tau {
  const known = scores.flatMap((score, place) => (score === null ? [] : [{ score, gut: -place }]))
  const n = known.length
  const none = { n, tau: null, low: null, high: null, open: true }
  if (n < FEWEST_RANKED) return { ...none, reason: reasonFor(scores.length, n) }

  const tauOf = (indices: readonly number[]) => {
    const drawn = indices.flatMap((index) => known[index] ?? [])
    return kendallTauB(
      drawn.map(({ gut }) => gut),
      drawn.map(({ score }) => score),
    )
  }
  const tau = tauOf(known.map((_, index) => index))
  if (tau === null) return { ...none, reason: 'all of them have the same score' }
  const interval = bootstrapInterval({ n, statistic: tauOf, seed: seedOf(model) })
  const { low, high } = interval ?? { low: null, high: null }
  return { n, tau, low, high, open: low === null || high === null || (low <= 0 && high >= 0), reason: null }
}
