import { formatNumber } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'
import type { Behavior, EngagementDocument } from '@/lib/scoring/engagement/document'
import type { WhatIf } from '@/lib/scoring/engagement/what-if/what-if'

/** One sentence; `strong` words are printed bold. */
export type Advice = { key: string; words: readonly (string | { strong: string })[] }

export const FEWEST_ADVISED = 5
export const MOST_ADVISED = 10

/** From here on nearly everybody does it. */
const COMMON_SHARE = 0.9

const named = ({ name, key }: Behavior) => ({ strong: name || key })

/** Events whose every occurrence counts for a behavior. */
const wholeEvents = ({ match }: Behavior) =>
  match.any.filter(({ where }) => where.length === 0).map(({ event }) => event)

function onReach(behaviors: readonly Behavior[], facts: WhatIf['behaviors']): Advice[] {
  const factsOf = new Map(facts.map((one) => [one.key, one]))
  return behaviors.flatMap((behavior): Advice[] => {
    const { share, people } = factsOf.get(behavior.key) ?? {}
    if (people === 0) {
      return [{ key: `nobody ${behavior.key}`, words: ['Nobody did ', named(behavior), ' in this window.'] }]
    }
    if (share === undefined || share === null || share < COMMON_SHARE) return []
    const words = [named(behavior), ` is done by ${formatPercent(share, 0)}: it separates few people.`]
    return [{ key: `common ${behavior.key}`, words }]
  })
}

function onTogether(behaviors: readonly Behavior[], together: WhatIf['together']): Advice[] {
  const byKey = new Map(behaviors.map((behavior) => [behavior.key, behavior]))
  return together.flatMap(({ a, b, r }): Advice[] => {
    const [first, second] = [byKey.get(a), byKey.get(b)]
    if (!first || !second) return []
    const words = [named(first), ' and ', named(second), ` move together (r = ${formatNumber(r, 2)}).`]
    return [{ key: `together ${a} ${b}`, words }]
  })
}

function onOverlap(behaviors: readonly Behavior[]): Advice[] {
  const advice: Advice[] = []
  const listed = behaviors.map((behavior) => ({ behavior, events: wholeEvents(behavior) }))
  listed.forEach(({ behavior, events }, index) => {
    if (events.includes('*')) {
      if (behaviors.length === 1) return
      const words = [named(behavior), ' counts any activity, so also what the others count.']
      advice.push({ key: `any ${behavior.key}`, words })
      return
    }
    for (const { behavior: other, events: others } of listed.slice(index + 1)) {
      const shared = events.find((event) => others.includes(event))
      if (shared === undefined || others.includes('*')) continue
      const words = [named(behavior), ' and ', named(other), ` count the same events (${shared}).`]
      advice.push({ key: `overlap ${behavior.key} ${other.key}`, words })
    }
  })
  return advice
}

function onWeights(behaviors: readonly Behavior[]): Advice[] {
  return behaviors
    .filter(({ weight }) => weight < 0)
    .map((behavior) => ({
      key: `negative ${behavior.key}`,
      words: [named(behavior), ' has a negative weight: doing it lowers the score.'],
    }))
}

function onNumber(enabled: number): Advice[] {
  if (enabled >= FEWEST_ADVISED && enabled <= MOST_ADVISED) return []
  const why = enabled < FEWEST_ADVISED ? 'few say little about how people differ' : 'many are hard to explain'
  const words = [{ strong: String(enabled) }, ` of ${FEWEST_ADVISED}–${MOST_ADVISED} advised: ${why}.`]
  return [{ key: 'number', words }]
}

/**
 * What is worth a second look in the key behaviors of a draft: advice, never a refusal. Of enabled behaviors alone.
 *
 * @param result what the draft does; without it only what the document itself says
 */
export function behaviorAdvice(
  { behaviors, weighting }: Pick<EngagementDocument, 'behaviors' | 'weighting'>,
  result: Pick<WhatIf, 'behaviors' | 'together'> | null,
): readonly Advice[] {
  const enabled = behaviors.filter((behavior) => behavior.enabled)
  return [
    ...onReach(enabled, result?.behaviors ?? []),
    ...onTogether(enabled, result?.together ?? []),
    ...onOverlap(enabled),
    // Under rfm the strategic values weigh, not these.
    ...(weighting.mode === 'rfm' ? [] : onWeights(enabled)),
    ...onNumber(enabled.length),
  ]
}
