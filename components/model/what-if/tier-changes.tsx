'use client'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { TierMark } from '@/components/ui/tier-mark'
import { tierTone } from '@/components/ui/tier-tone'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { formatSigned } from '@/lib/format/signed'
import { useEditor } from '../editor-context'
import { useWhatIf } from '../what-if-context'
import { tierRows } from './what-if-words'

/** People per tier, live and under the draft. */
export function TierChanges() {
  const { document } = useEditor()
  const { result, live } = useWhatIf()
  if (!result) return null
  const { summary } = result
  const rows = tierRows(result, document, live)
  const differs = (draft: number, before: number | null) =>
    before === null ? '–' : formatSigned(draft - before)
  return (
    <Table label="Tiers under the draft">
      <thead>
        <tr>
          <Th>Tier</Th>
          <Th numeric>Live</Th>
          <Th numeric>Draft</Th>
          <Th numeric>Share</Th>
          <Th numeric>Change</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Tr key={row.key}>
            <Th scope="row">
              <TierMark tone={tierTone(document.tiers, rows.length - 1 - index)}>{row.name}</TierMark>
            </Th>
            <Td numeric quiet>
              {formatNumber(row.live)}
            </Td>
            <Td numeric className="font-semibold">
              {formatNumber(row.draft)}
            </Td>
            <Td numeric>{formatShare(row.draft, summary.n)}</Td>
            <Td numeric>{differs(row.draft, row.live)}</Td>
          </Tr>
        ))}
        <Tr total>
          <Th scope="row">All</Th>
          <Td numeric className="font-normal text-ink-3">
            {formatNumber(live?.n)}
          </Td>
          <Td numeric>{formatNumber(summary.n)}</Td>
          <Td numeric>100%</Td>
          <Td numeric>{differs(summary.n, live?.n ?? null)}</Td>
        </Tr>
        <Tr className="text-ink-3">
          <Th scope="row">of them score 0</Th>
          <Td numeric quiet>
            {formatNumber(live?.zeros)}
          </Td>
          <Td numeric>{formatNumber(summary.zeros)}</Td>
          <Td numeric>{formatShare(summary.zeros, summary.n)}</Td>
          <Td numeric>{differs(summary.zeros, live?.zeros ?? null)}</Td>
        </Tr>
      </tbody>
    </Table>
  )
}
