'use client'
import { useId } from 'react'
import { useEditor } from '@/components/model/editor-context'
import { useWhatIf } from '@/components/model/what-if-context'
import { Notice } from '@/components/ui/notice'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { TierMark } from '@/components/ui/tier-mark'
import { tierTone } from '@/components/ui/tier-tone'
import { formatNumber } from '@/lib/format/number'
import { formatPercent, formatShare } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import { formatSigned } from '@/lib/format/signed'
import type { ZerosRule } from '@/lib/scoring/engagement/document'
import { zerosRules } from '@/lib/scoring/engagement/what-if/zero-rules'
import { usePart } from './use-part'
import { zeroRows, type ZeroRow, zerosAdvice } from './zero-doctor'

const rules: Record<ZerosRule, { name: string; words: string }> = {
  bottom: {
    name: 'Bottom',
    words: 'Whoever did nothing that counts scores 0, and is among those compared with.',
  },
  midrank: {
    name: 'Mid-rank',
    words: 'Zeros are a tie like any other: each scores half the share of zeros.',
  },
  'active-only': { name: 'Active only', words: 'Zeros score 0; the others are compared among themselves.' },
}

/** The tie and zero doctor: how many have nothing that counts, and what each rule does to the tiers with them. */
export function ZerosSettings() {
  const [{ zeros: current }, set] = usePart('normalisation')
  const { document } = useEditor()
  const { result } = useWhatIf()
  const name = useId()
  const n = result?.summary.n ?? 0
  const rows = result ? zeroRows(result.zeroRules, current) : []
  return (
    <>
      <Diagnosis />
      <div className="-mx-4 max-md:-mx-3">
        <Table label="What each rule for zeros does to the tiers">
          <thead>
            <tr>
              <Th>Rule for zeros</Th>
              <Th numeric>Score 0</Th>
              {document.tiers.map((tier, index, all) => (
                <Th key={tier.key} numeric>
                  <TierMark tone={tierTone(all, index)}>{tier.name}</TierMark>
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {zerosRules.map((rule) => (
              <Tr key={rule} className={rule === current ? 'bg-accent-soft' : undefined}>
                <Td className="max-md:whitespace-normal">
                  <label className="flex min-w-44 items-start gap-2">
                    <input
                      type="radio"
                      name={name}
                      value={rule}
                      checked={rule === current}
                      onChange={() => set({ zeros: rule })}
                      className="mt-0.5 size-4 shrink-0 accent-accent"
                    />
                    <span>
                      {rules[rule].name}
                      {rule === current && <span className="text-ink-3"> · this draft</span>}
                      <span className="block text-xs text-ink-3">{rules[rule].words}</span>
                    </span>
                  </label>
                </Td>
                <EffectCells
                  row={rows.find((row) => row.rule === rule)}
                  tiers={document.tiers.length}
                  n={n}
                />
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      {result && result.ties.people > 0 && (
        <p className="text-sm text-ink-2">
          <b>{formatShare(result.ties.people, n)}</b> of them all are tied above zero: they share their raw
          score with somebody they are compared with. The largest tie has{' '}
          {plural(result.ties.largest, 'person', 'people')}.
        </p>
      )}
      <p className="text-xs text-ink-3">
        Ties: people with the same raw score always share one score, the middle of their ranks, so no cut of a
        tier divides them. Caps and counting once make ties, recency kernels part them.
      </p>
    </>
  )
}

function EffectCells({ row, tiers, n }: { row: ZeroRow | undefined; tiers: number; n: number }) {
  if (!row) {
    return Array.from({ length: tiers + 1 }, (_, index) => (
      <Td key={index} numeric>
        –
      </Td>
    ))
  }
  return (
    <>
      <Td numeric>{formatNumber(row.zeros)}</Td>
      {row.tiers.map(({ key, people, change }) => (
        <Td
          key={key}
          numeric
          className="whitespace-nowrap"
          caption={`${formatShare(people, n)}${change === 0 ? '' : ` · ${formatSigned(change)}`}`}
        >
          {formatNumber(people)}
        </Td>
      ))}
    </>
  )
}

function Diagnosis() {
  const { result } = useWhatIf()
  if (!result) return <p className="text-sm text-ink-2">The zeros are counted with the preview.</p>
  const { zeroShare, n } = result.summary
  const share = <b>{formatPercent(zeroShare)}</b>
  const of = <>of {formatNumber(n)} people did nothing that counts in the window (raw score at most 0)</>
  switch (zerosAdvice(zeroShare)) {
    case 'nobody':
      return <p className="text-sm text-ink-2">Nobody has a score under this draft.</p>
    case 'none':
      return (
        <p className="text-sm text-ink-2">
          Everybody has done something that counts: the rule changes nothing.
        </p>
      )
    case 'few':
      return (
        <p className="text-sm text-ink-2">
          {share} {of}.
        </p>
      )
    case 'many':
      return (
        <Notice
          kind="warning"
          title={
            <>
              {share} {of}
            </>
          }
        >
          That is more than 20%: the lowest tier holds them whatever else they are like. Count something that
          more people do, look back further, or narrow the population; then choose the rule.
        </Notice>
      )
  }
}
