/** People by id, both ends included; decimal, as a UInt64 does not fit a number. */
export type PersonRange = { from: string; to: string }

/** What counting holds in memory, in numbers. */
export type CountingLoad = { perPerson: number; perEvent: number }

/** A run of a small model. */
const light: CountingLoad = { perPerson: 12, perEvent: 0 }

const EVENTS_A_RANGE = 2_500_000
const NUMBERS_A_RANGE = 12_000_000
const IDS = 2n ** 64n

/**
 * All ids in ranges of at most about two and a half million events, and of what a query may hold in memory: how finely
 * a run shows its progress too. Ids are hashes, so even ranges hold about the same.
 *
 * @param people about how many there are, rather too many
 */
export function personRanges(events: number, people = 0, load = light): readonly PersonRange[] {
  const numbers = people * load.perPerson + events * load.perEvent
  const count = BigInt(Math.max(1, Math.ceil(events / EVENTS_A_RANGE), Math.ceil(numbers / NUMBERS_A_RANGE)))
  const start = (index: bigint) => (IDS * index) / count
  return Array.from({ length: Number(count) }, (_, index) => ({
    from: String(start(BigInt(index))),
    to: String(start(BigInt(index) + 1n) - 1n),
  }))
}
