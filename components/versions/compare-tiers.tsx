import { Table, Td, Th, Tr } from '@/components/ui/table'
import { TierMark } from '@/components/ui/tier-mark'
import { type Tone, tierTone } from '@/components/ui/tier-tone'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { formatSigned } from '@/lib/format/signed'
import type { Comparison } from '@/lib/models/client'
import { tierRows } from './compare-words'

/** The colour of a tier in the version that has it. */
export function toneOf({ from, to }: Pick<Comparison, 'from' | 'to'>, key: string): Tone {
  const sides = [to.scores?.tiers ?? [], from.scores?.tiers ?? []]
  const tiers = sides.find((some) => some.some((tier) => tier.key === key)) ?? []
  const index = tiers.findIndex((tier) => tier.key === key)
  return tierTone(tiers, index)
}

/** People per tier under either version. */
export function CompareTiers({ comparison }: { comparison: Comparison }) {
  const { from, to } = comparison
  const differs = (after: number | null | undefined, before: number | null | undefined) =>
    after === null || after === undefined || before === null || before === undefined
      ? '–'
      : formatSigned(after - before)
  const n = to.scores?.n ?? 0
  return (
    <Table label="Tiers under both versions">
      <thead>
        <tr>
          <Th>Tier</Th>
          <Th numeric>v{from.version}</Th>
          <Th numeric>v{to.version}</Th>
          <Th numeric>Share</Th>
          <Th numeric>Change</Th>
        </tr>
      </thead>
      <tbody>
        {tierRows(from, to).map(({ key, name, before, after }) => (
          <Tr key={key}>
            <Th scope="row">
              <TierMark tone={toneOf(comparison, key)}>{name}</TierMark>
            </Th>
            <Td numeric quiet>
              {formatNumber(before)}
            </Td>
            <Td numeric className="font-semibold">
              {formatNumber(after)}
            </Td>
            <Td numeric>{after === null ? '–' : formatShare(after, n)}</Td>
            <Td numeric>{differs(after, before)}</Td>
          </Tr>
        ))}
        <Tr total>
          <Th scope="row">All</Th>
          <Td numeric className="font-normal text-ink-3">
            {formatNumber(from.scores?.n)}
          </Td>
          <Td numeric>{formatNumber(to.scores?.n)}</Td>
          <Td numeric>{to.scores ? '100%' : '–'}</Td>
          <Td numeric>{differs(to.scores?.n, from.scores?.n)}</Td>
        </Tr>
        <Tr>
          <Th scope="row" className="text-ink-3">
            of them score 0
          </Th>
          <Td numeric quiet>
            {formatNumber(from.scores?.zeros)}
          </Td>
          <Td numeric quiet>
            {formatNumber(to.scores?.zeros)}
          </Td>
          <Td numeric quiet>
            {to.scores ? formatShare(to.scores.zeros, n) : '–'}
          </Td>
          <Td numeric quiet>
            {differs(to.scores?.zeros, from.scores?.zeros)}
          </Td>
        </Tr>
      </tbody>
    </Table>
  )
}
