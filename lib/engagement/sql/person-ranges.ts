/** People by id, both ends included; decimal, as a UInt64 does not fit a number. */
export type PersonRange = { from: string; to: string }

const EVENTS_A_RANGE = 2_500_000
const IDS = 2n ** 64n

/**
 * All ids in ranges of about two and a half million events: what one query holds in memory, and how finely a run
 * shows its progress. Ids are hashes, so even ranges hold about the same.
 */
export function personRanges(events: number): readonly PersonRange[] {
  const count = BigInt(Math.max(1, Math.ceil(events / EVENTS_A_RANGE)))
  const start = (index: bigint) => (IDS * index) / count
  return Array.from({ length: Number(count) }, (_, index) => ({
    from: String(start(BigInt(index))),
    to: String(start(BigInt(index) + 1n) - 1n),
  }))
}
