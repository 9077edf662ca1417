'use client'
import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { tierTone } from '@/components/ui/tier-tone'
import { formatNumber, formatPlain } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import { ChartCard, type ChartState } from './chart-card'
import { ChartFrame } from './chart-frame'
import { RawHistogram, rawHistogramData, type RawBin } from './raw-histogram'
import { countBetween, moveCut } from './score-bins'
import { scoreHistogramData } from './score-histogram-data'
import { type EvenShare, type ScoreGhost, ScoreHistogramDrawing } from './score-histogram-drawing'
import type { TierRegion } from './tier-regions'

export type HistogramTier = {
  key: string
  name: string
  /** Its lower edge in points; 0 for the lowest. */
  from: number
  /** People in it as published; without it they are counted from the bins. */
  count?: number
  /** As the document names it; null: by its place. */
  colour: string | null
}

export type ScoreHistogramProps = {
  title?: string
  caption?: string
  /** People per half point of score: 200 numbers, `[0, 0.5)` first, the last one closed at 100. */
  bins: readonly number[]
  /** People whose score is exactly 0; they are in the first bin too. */
  zeros: number
  /** Ascending. */
  tiers: readonly HistogramTier[]
  /** Points per bar, a multiple of 0.5. */
  barWidth?: number
  /** For percentiles: a dashed line at what each bar of a population spread evenly would have, and what that means. */
  evenShare?: EvenShare | null
  /** Another population in the same bins, drawn as an outline over the bars. */
  ghost?: ScoreGhost
  /** Takes the cuts that somebody moves to, so that they are kept; without it they are only tried here. */
  onCuts?: (cuts: number[]) => void
  /** The raw scores; with them there is a Score | Raw switch. */
  rawBins?: readonly RawBin[]
  /** The footer under the raw scores. */
  rawFooter?: ReactNode
  /** Name of a downloaded file, without its ending. */
  fileName?: string
  footer?: ReactNode
  /** Below the drawing, above the footer: a table that belongs to it. */
  details?: ReactNode
  state?: ChartState
}

const HEIGHT = 268

/** How many people have which score, by tier. The cuts can be moved to see what others would do; nothing is saved. */
export function ScoreHistogram({
  title = 'Score distribution',
  caption,
  bins,
  zeros,
  tiers,
  barWidth = 2.5,
  evenShare = 'even',
  ghost,
  onCuts,
  rawBins,
  rawFooter,
  fileName = 'score-distribution',
  footer,
  details,
  state,
}: ScoreHistogramProps) {
  const [scale, setScale] = useState<'score' | 'raw'>('score')
  const published = tiers.slice(1).map((tier) => tier.from)
  const publishedKey = published.join(' ')
  const [trial, setTrial] = useState({ key: publishedKey, cuts: published })
  // Cuts tried on another model's tiers mean nothing here.
  const cuts = trial.key === publishedKey ? trial.cuts : published
  const moveTo = (to: number[]) => (onCuts ? onCuts(to) : setTrial({ key: publishedKey, cuts: to }))
  const moved = cuts.some((cut, index) => cut !== published[index])

  const people = bins.reduce((sum, count) => sum + count, 0)
  const counts = countBetween(bins, cuts)
  const regions: TierRegion[] = tiers.map((tier, index) => ({
    key: tier.key,
    name: tier.name,
    tone: tierTone(tiers, index),
    from: index === 0 ? 0 : (cuts[index - 1] ?? tier.from),
    to: cuts[index] ?? 100,
    count: moved ? (counts[index] ?? 0) : (tier.count ?? counts[index] ?? 0),
  }))
  const raw = scale === 'raw' && rawBins !== undefined
  const data = scoreHistogramData(bins, zeros, regions, barWidth)

  const ready = state === undefined || state.kind === 'ready'
  const said = !ready
    ? caption
    : raw
      ? 'people per raw score, before ranking'
      : moved
        ? `trying ${cuts.map((cut) => formatPlain(cut)).join(', ')} · published ${published.map((cut) => formatPlain(cut)).join(', ')} · not saved`
        : (caption ?? `people per ${formatPlain(barWidth)} points · drag a cut to try another`)

  return (
    <ChartCard
      title={title}
      caption={said}
      fileName={raw ? `${fileName}-raw` : fileName}
      height={HEIGHT}
      state={state}
      details={details}
      footer={raw ? rawFooter : footer}
      data={raw ? rawHistogramData(rawBins) : data}
      csv={raw ? undefined : () => scoreHistogramData(bins, zeros, regions, 0.5)}
      tools={
        <>
          {moved && !raw && (
            <Button variant="quiet" onClick={() => setTrial({ key: publishedKey, cuts: published })}>
              Reset
            </Button>
          )}
          {rawBins && (
            <SegmentedControl
              label="Scale"
              options={[
                { value: 'score', label: 'Score' },
                { value: 'raw', label: 'Raw' },
              ]}
              value={scale}
              onValueChange={setScale}
            />
          )}
        </>
      }
    >
      <div
        role="group"
        aria-label={`${title}: ${plural(people, 'person', 'people')}; ${regions.map((region) => `${region.name} ${formatNumber(region.count)}, ${formatShare(region.count, people)}`).join('; ')}; ${formatNumber(zeros)} at 0`}
      >
        <ChartFrame height={HEIGHT}>
          {(width) =>
            raw ? (
              <RawHistogram width={width} height={HEIGHT} bins={rawBins} />
            ) : (
              <ScoreHistogramDrawing
                width={width}
                height={HEIGHT}
                bins={bins}
                zeros={zeros}
                regions={regions}
                barWidth={barWidth}
                evenShare={evenShare}
                ghost={ghost}
                onMoveCut={(index, to) => moveTo(moveCut(cuts, index, to))}
              />
            )
          }
        </ChartFrame>
      </div>
    </ChartCard>
  )
}
