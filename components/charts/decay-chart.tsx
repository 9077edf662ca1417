'use client'
import type { ReactNode } from 'react'
import { formatNumber, formatPlain } from '@/lib/format/number'
import { agedWorth } from '@/lib/scoring/contacts/decay'
import { ChartCard } from './chart-card'
import { ChartFrame } from './chart-frame'
import { type DecayMark, type DecayPoint, decayTable, drawnGravities, usualGravities } from './decay-data'
import { DecayDrawing } from './decay-drawing'

export type DecayChartProps = {
  title?: string
  caption?: string
  /** What a new action is worth: the top of the axis. */
  value?: number
  /** The gravity that is drawn in the accent; none while it is not a number. */
  chosen: number
  /** Others to compare it with; one that equals the chosen gravity is drawn once. */
  gravities?: readonly number[]
  /** Actions, on the chosen curve; those older than `end` are left out. */
  marks?: readonly DecayMark[]
  /** The oldest age on the axis. */
  end?: number
  /** What runs to the right. */
  unit?: string
  /** Points that were picked, at most two of them; gravity is solved by who keeps them (`gravityThrough`). */
  picked?: readonly DecayPoint[]
  /** With it the plane can be clicked, or stepped over with arrow keys and picked from with Enter. */
  onPick?: (point: DecayPoint) => void
  tools?: ReactNode
  details?: ReactNode
  footer?: ReactNode
  fileName?: string
}

const HEIGHT = 268

/** How points fade: what is left of `value` at each age, under several gravities. */
export function DecayChart({
  title = 'How points fade',
  caption = 'of 10 points',
  value = 10,
  chosen,
  gravities = usualGravities,
  marks = [],
  end = 12,
  unit = 'age, 1 is the newest action',
  picked = [],
  onPick,
  tools,
  details,
  footer,
  fileName = 'how-points-fade',
}: DecayChartProps) {
  const drawn = drawnGravities(gravities, chosen)
  const left = drawn.map(
    (gravity) =>
      `gravity ${formatPlain(gravity, 4)} leaves ${formatNumber(agedWorth(value, end, gravity), 2)}`,
  )
  return (
    <ChartCard
      title={title}
      caption={caption}
      data={decayTable(value, drawn, end)}
      fileName={fileName}
      height={HEIGHT}
      tools={tools}
      details={details}
      footer={footer}
    >
      <div
        role="group"
        aria-label={`Worth of ${formatPlain(value)} points by age: at age ${formatPlain(end)} ${left.join(', ')}`}
      >
        <ChartFrame height={HEIGHT}>
          {(width) => (
            <DecayDrawing
              width={width}
              height={HEIGHT}
              value={value}
              chosen={chosen}
              gravities={drawn}
              marks={marks}
              end={end}
              unit={unit}
              picked={picked}
              onPick={onPick}
            />
          )}
        </ChartFrame>
      </div>
    </ChartCard>
  )
}
