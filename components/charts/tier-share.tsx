'use client'
import type { ReactNode } from 'react'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { formatDay } from '@/lib/format/instant'
import { formatShare } from '@/lib/format/percent'
import type { Reference } from '@/lib/people/schema'
import { ChartCard, type ChartState } from './chart-card'
import { ChartFrame } from './chart-frame'
import { type TierSharePoint, tierShareData, tierShareFile } from './tier-share-data'
import { type ShareTier, TierShareDrawing } from './tier-share-drawing'

export type TierShareProps = {
  tiers: readonly ShareTier[]
  /** Oldest first, a week apart. */
  points: readonly TierSharePoint[]
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
  const first = points[0]
  const last = points.at(-1)
  const caption =
    first && last && last !== first
      ? `% of active people, weekly, ${formatDay(first.at, zone)} to ${formatDay(last.at, zone)}`
      : '% of active people, weekly'
  const said = tiers.map(({ name }, tier) => {
    const share = (point: TierSharePoint) => formatShare(point.people[tier] ?? 0, point.n)
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
      data={tierShareData(names, points, zone)}
      csv={() => tierShareFile(names, points)}
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
            <TierShareDrawing width={width} height={HEIGHT} tiers={tiers} points={points} zone={zone} />
          )}
        </ChartFrame>
      </div>
    </ChartCard>
  )
}
