'use client'
import type { ReactNode } from 'react'
import { formatDay } from '@/lib/format/instant'
import { formatShare } from '@/lib/format/percent'
import { ChartCard, type ChartState } from './chart-card'
import { ChartFrame } from './chart-frame'
import { type SharePoint, shareData, shareFile } from './share-data'
import { ShareDrawing } from './share-drawing'
import { starBands } from './star-bands'

export type StarShareProps = {
  /** Oldest first, a week apart, the last one now; of each the contacts of one to five stars. */
  points: readonly SharePoint[]
  zone: string
  fileName?: string
  footer?: ReactNode
  state?: ChartState
}

const HEIGHT = 268
const names = starBands.map(({ name }) => name)

/** The share of contacts of each number of stars, week by week. */
export function StarShare({ points, zone, fileName = 'stars-over-time', footer, state }: StarShareProps) {
  const first = points[0]
  const last = points.at(-1)
  const caption =
    first && last && last !== first
      ? `% of contacts, weekly, ${formatDay(first.at, zone)} to ${formatDay(last.at, zone)}`
      : '% of contacts, weekly'
  const said = names.map((name, index) => {
    const share = (point: SharePoint) => formatShare(point.people[index] ?? 0, point.n)
    return first && last ? `${name} from ${share(first)} to ${share(last)}` : name
  })
  return (
    <ChartCard
      title="Stars over time"
      caption={caption}
      fileName={fileName}
      height={HEIGHT}
      state={state}
      footer={footer}
      data={shareData(names, points, zone)}
      csv={() => shareFile(names, points, 'contacts')}
    >
      <div role="group" aria-label={`Stars over time: ${said.join('; ')}`}>
        <ChartFrame height={HEIGHT}>
          {(width) => (
            <ShareDrawing width={width} height={HEIGHT} bands={starBands} points={points} zone={zone} />
          )}
        </ChartFrame>
      </div>
    </ChartCard>
  )
}
