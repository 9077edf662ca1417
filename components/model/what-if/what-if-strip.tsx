'use client'
import { TierSwatch } from '@/components/ui/tier-mark'
import { tierTone } from '@/components/ui/tier-tone'
import { scoreBars } from '@/components/charts/score-bins'
import { toneFill } from '@/components/charts/tone-classes'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { formatSigned } from '@/lib/format/signed'
import { useEditor } from '../editor-context'
import { useWhatIf } from '../what-if-context'
import { Counting } from './counting'
import { tierRows } from './what-if-words'

const HEIGHT = 40

/** The what-if in small, which stays in sight on narrow screens while a weight is moved. */
export function WhatIfStrip() {
  const { document } = useEditor()
  const { result, live } = useWhatIf()
  if (!result) return null
  const rows = tierRows(result, document, live).reverse()
  const { change } = result
  return (
    <section
      aria-label="What the draft does, in short"
      className="sticky top-12 z-20 -mx-6 grid gap-1 border-b border-line bg-bg px-6 py-2 max-md:-mx-4 max-md:px-4 lg:hidden"
    >
      <Counting />
      <SmallHistogram />
      <ul className="flex flex-wrap justify-between gap-x-3 text-xs">
        {rows.map((row, index) => (
          <li key={row.key} className="flex items-center gap-1.5">
            <TierSwatch tone={tierTone(document.tiers, index)} />
            {row.name} <b className="font-semibold">{formatNumber(row.draft)}</b>
            {row.live !== null && <span className="text-ink-3">{formatSigned(row.draft - row.live)}</span>}
          </li>
        ))}
      </ul>
      {change && live && (
        <p className="text-xs text-ink-2">
          {plural(change.up + change.down, 'person changes', 'people change')} tier: {formatNumber(change.up)}{' '}
          up, {formatNumber(change.down)} down
        </p>
      )}
    </section>
  )
}

function SmallHistogram() {
  const { document } = useEditor()
  const { result, live } = useWhatIf()
  if (!result) return null
  const { tiers } = document
  // Without those at 0, who would flatten all the others; the counts below tell of them.
  const bars = scoreBars(result.summary.bins, result.summary.zeros, 2.5)
  const ghost = live ? scoreBars(live.bins, live.zeros, 2.5) : []
  const highest = Math.max(1, ...bars.map(({ count }) => count), ...ghost.map(({ count }) => count))
  const y = (count: number) => HEIGHT - (count / highest) * (HEIGHT - 2)
  const toneAt = (score: number) =>
    tierTone(
      tiers,
      tiers.findLastIndex(({ from }) => from <= score),
    )
  const outline = ghost.map(({ from, to, count }) => `L${from} ${y(count)}L${to} ${y(count)}`).join('')
  return (
    <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden className="h-10 w-full">
      {bars.map(({ from, to, count }) => (
        <rect
          key={from}
          x={from + 0.1}
          y={y(count)}
          width={to - from - 0.2}
          height={HEIGHT - y(count)}
          className={toneFill[toneAt(from)]}
        />
      ))}
      {outline && (
        <path
          d={`M0 ${HEIGHT}${outline}L100 ${HEIGHT}`}
          fill="none"
          vectorEffect="non-scaling-stroke"
          className="stroke-ink"
        />
      )}
    </svg>
  )
}
