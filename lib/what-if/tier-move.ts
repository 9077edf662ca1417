import type { Tier } from '@/lib/scoring/engagement/document'

/**
 * Which way somebody goes from a live tier to one of a draft: above 0 up, below 0 down, 0 not at all. With the same keys
 * on both sides by position, else by where the tiers begin in their own documents.
 */
export function tierMove(
  live: readonly Tier[],
  draft: readonly Tier[],
): (from: number, to: number) => number {
  const isSame = live.length === draft.length && live.every(({ key }, index) => key === draft[index]?.key)
  if (isSame) return (from, to) => Math.sign(to - from)
  return (from, to) => Math.sign((draft[to]?.from ?? 0) - (live[from]?.from ?? 0))
}
