import { formatNumber } from '@/lib/format/number'
import type { Comparison } from '@/lib/models/client'

type Moves = NonNullable<Comparison['moves']>
type Side = Comparison['to']

/** A tier of either version, with its people under both. */
export type TierRow = {
  key: string
  name: string
  /** Null where the version has no such tier. */
  before: number | null
  after: number | null
}

/** The tiers of the later version, highest first, then those that only the earlier one has. */
export function tierRows(from: Side, to: Side): TierRow[] {
  const [before, after] = [from.scores?.tiers ?? [], to.scores?.tiers ?? []]
  const peopleOf = (tiers: typeof before, key: string) =>
    tiers.find((tier) => tier.key === key)?.people ?? null
  const gone = before.filter(({ key }) => !after.some((tier) => tier.key === key))
  return [...after.toReversed(), ...gone.toReversed()].map(({ key, name }) => ({
    key,
    name,
    before: peopleOf(before, key),
    after: peopleOf(after, key),
  }))
}

/** "v8 moves 232 of 3,412 people to another tier compared with v7: 43 up and 189 down. Power goes from 963 to 851." */
export function answerOf({ from, to }: Pick<Comparison, 'from' | 'to'>, moves: Moves) {
  const [was, is] = [`v${from.version}`, `v${to.version}`]
  const moved = moves.up + moves.down
  const claim =
    moved === 0
      ? `${is} moves nobody to another tier compared with ${was}`
      : `${is} moves ${formatNumber(moved)} of ${formatNumber(moves.n)} people to another tier compared with ${was}`
  const ways = moved === 0 ? '.' : `: ${formatNumber(moves.up)} up and ${formatNumber(moves.down)} down.`
  const top = to.scores?.tiers.at(-1)
  const before = from.scores?.tiers.find(({ key }) => key === top?.key)?.people
  if (!top || before === undefined) return { claim, rest: ways }
  const share =
    before === top.people
      ? ` ${top.name} stays at ${formatNumber(before)}.`
      : ` ${top.name} goes from ${formatNumber(before)} to ${formatNumber(top.people)}.`
  return { claim, rest: ways + share }
}

/** People with a score under the one and none under the other. */
export function gainedAndLost({ rows, columns, matrix }: Moves): { gained: number; lost: number } {
  let [gained, lost] = [0, 0]
  rows.forEach((row, r) =>
    columns.forEach((column, c) => {
      const people = matrix[r]?.[c] ?? 0
      if (row.kind !== 'tier' && column.kind === 'tier') gained += people
      if (row.kind === 'tier' && column.kind !== 'tier') lost += people
    }),
  )
  return { gained, lost }
}
