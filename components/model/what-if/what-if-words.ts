import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { LiveSummary } from '@/lib/scoring/engagement/what-if/live-summary'
import type { WhatIf } from '@/lib/scoring/engagement/what-if/what-if'

/** A tier of the draft. */
export type TierRow = {
  key: string
  name: string
  /** Null where the live version has no such tier, or nothing is live. */
  live: number | null
  draft: number
}

/** The tiers of the draft, highest first, with their people now and then. */
export function tierRows(
  { summary }: Pick<WhatIf, 'summary'>,
  { tiers }: Pick<EngagementDocument, 'tiers'>,
  live: LiveSummary | null,
): TierRow[] {
  return tiers
    .map(({ key, name }) => ({
      key,
      name,
      live: live?.tiers.find((tier) => tier.key === key)?.people ?? null,
      draft: summary.tiers.find((tier) => tier.key === key)?.people ?? 0,
    }))
    .reverse()
}

/** "Your draft moves 232 of 3,412 people to another tier: 43 up and 189 down. Power goes from 963 to 851." */
export function answerOf(
  result: WhatIf,
  { tiers }: Pick<EngagementDocument, 'tiers'>,
  live: (LiveSummary & { version: number }) | null,
): { claim: string; rest: string } {
  const { change, summary } = result
  const top = tiers.at(-1)
  const topPeople = summary.tiers.at(-1)?.people ?? 0
  if (!change || !live) {
    const claim = `Your draft places ${formatNumber(topPeople)} of ${formatNumber(summary.n)} people in ${top?.name ?? 'the top tier'}`
    return { claim, rest: `, ${formatShare(topPeople, summary.n)} of everybody with a score.` }
  }
  const moved = change.up + change.down
  if (moved === 0 && change.entered + change.left === 0) {
    return {
      claim: 'Your draft moves nobody to another tier',
      rest: `: all ${formatNumber(change.n)} people stay where v${live.version} has them.`,
    }
  }
  const before = live.tiers.find(({ key }) => key === top?.key)?.people
  const claim = `Your draft moves ${formatNumber(moved)} of ${formatNumber(change.n)} people to another tier`
  const ways = moved === 0 ? '.' : `: ${formatNumber(change.up)} up and ${formatNumber(change.down)} down.`
  if (before === undefined || !top) return { claim, rest: ways }
  const share =
    before === topPeople
      ? ` ${top.name} stays at ${formatNumber(topPeople)}.`
      : ` ${top.name} goes from ${formatNumber(before)} to ${formatNumber(topPeople)}.`
  return { claim, rest: ways + share }
}
