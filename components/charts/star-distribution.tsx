'use client'
import type { ReactNode } from 'react'
import { formatShare } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import { ChartCard, type ChartState } from './chart-card'
import { ChartFrame } from './chart-frame'
import { starDistributionData } from './star-distribution-data'
import { StarDistributionDrawing } from './star-distribution-drawing'

export type StarDistributionProps = {
  title?: string
  caption?: string
  /** Contacts of one to five stars. */
  stars: readonly number[]
  /** Where 2★, 3★, 4★ and 5★ begin. */
  cuts: readonly number[]
  /** What it is compared with, drawn as an outline: `published`. */
  ghost?: { name: string; stars: readonly number[] }
  /** Segmented controls before the table and download buttons. */
  tools?: ReactNode
  fileName?: string
  footer?: ReactNode
  /** Below the drawing, above the footer. */
  details?: ReactNode
  state?: ChartState
}

const HEIGHT = 268

/** How many contacts have how many stars. */
export function StarDistribution({
  title = 'Star distribution',
  caption = 'contacts by stars, with the scores that make them; higher is better',
  stars,
  cuts,
  ghost,
  tools,
  fileName = 'star-distribution',
  footer,
  details,
  state,
}: StarDistributionProps) {
  const contacts = stars.reduce((sum, count) => sum + count, 0)
  const said = stars.map((count, index) => `${index + 1}★ ${formatShare(count, contacts)}`)
  return (
    <ChartCard
      title={title}
      caption={caption}
      tools={tools}
      fileName={fileName}
      height={HEIGHT}
      state={state}
      details={details}
      footer={footer}
      data={starDistributionData(stars, cuts, ghost)}
    >
      <div role="group" aria-label={`${title}: ${plural(contacts, 'contact')}; ${said.join('; ')}`}>
        <ChartFrame height={HEIGHT}>
          {(width) => (
            <StarDistributionDrawing width={width} height={HEIGHT} stars={stars} cuts={cuts} ghost={ghost} />
          )}
        </ChartFrame>
      </div>
    </ChartCard>
  )
}
