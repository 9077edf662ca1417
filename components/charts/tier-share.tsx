'use client'
import type { ReactNode } from 'react'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Tone } from '@/components/ui/tier-tone'
import { formatDay } from '@/lib/format/instant'
import { formatShare } from '@/lib/format/percent'
import type { Reference } from '@/lib/people/schema'
import { ChartCard, type ChartState } from './chart-card'
import { ChartFrame } from './chart-frame'
import { type SharePoint, shareData, shareFile } from './share-data'
import { ShareDrawing } from './share-drawing'
import { toneText } from './tone-classes'

export type ShareTier = { key: string; name: string; tone: Tone }

export type TierShareProps = {
  tiers: readonly ShareTier[]
  /** Oldest first, a week apart. */
  points: readonly SharePoint[]
  zone: string
  /** Against whom scores are placed. */
  reference: Reference
  onReferenceChange: (reference: Reference) => void
  fileName: string
  footer?: ReactNode
  state?: ChartState
}

const HEIGHT = 268

/** The share of each tier week by week, against a frozen reference or against the people of each week. */
export function TierShare(props: TierShareProps) {
  const { tiers, points, zone, reference, onReferenceChange, fileName, footer, state } = props
  const names = tiers.map(({ name }) => name)
  const bands = tiers.map(({ key, name, tone }) => ({
    key,
    name,
    fill: `var(--${tone})`,
    text: toneText[tone],
  }))
  const first = points[0]
  const last = points.at(-1)
  const caption =
    first && last && last !== first
      ? `% of active people, weekly, ${formatDay(first.at, zone)} to ${formatDay(last.at, zone)}`
      : '% of active people, weekly'
  const said = tiers.map(({ name }, tier) => {
    const share = (point: SharePoint) => formatShare(point.people[tier] ?? 0, point.n)
    return first && last ? `${name} from ${share(first)} to ${share(last)}` : name
  })
  return (
    <ChartCard
      title="Tier share over time"
      caption={caption}
      fileName={fileName}
      height={HEIGHT}
      state={state}
      footer={footer}
      data={shareData(names, points, zone)}
      csv={() => shareFile(names, points, 'people')}
      tools={
        <SegmentedControl
          label="Reference"
          options={[
            { value: 'frozen', label: 'Frozen' },
            { value: 'rolling', label: 'Rolling' },
          ]}
          value={reference}
          onValueChange={onReferenceChange}
        />
      }
    >
      <div role="group" aria-label={`Tier share over time: ${said.join('; ')}`}>
        <ChartFrame height={HEIGHT}>
          {(width) => (
            <ShareDrawing width={width} height={HEIGHT} bands={bands} points={points} zone={zone} />
          )}
        </ChartFrame>
      </div>
    </ChartCard>
  )
}
