'use client'
import { useId, useRef } from 'react'
import { useWidth } from '@/components/charts/use-width'
import { formatPlain } from '@/lib/format/number'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { blendZones, lastDayShown, stageSpans } from './stage-timeline'

const HEIGHT = 56
const BAND = { top: 16, height: 20 }

/** Days of tenure from left to right: the stages, and hatched around each boundary the days in which both have a say. */
export function StagePicture({ lifecycle }: { lifecycle: EngagementDocument['lifecycle'] }) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box) ?? 0
  const hatch = useId()
  const spans = stageSpans(lifecycle.stages)
  const zones = lifecycle.ownBaseline ? blendZones(lifecycle) : []
  const last = lastDayShown(lifecycle)
  const x = (day: number) => Math.round((Math.min(day, last) / last) * (width - 24))
  const words = spans.map(({ key, from, to }) =>
    to === null ? `${key} from day ${from} on` : `${key} days ${from} to ${to}`,
  )
  return (
    <div ref={box}>
      <svg
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={`Stages by days since first seen: ${words.join(', ')}`}
        className="block text-xs"
      >
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" className="stroke-ink-3" strokeWidth="1.5" />
        </pattern>
        {spans.map(({ key, from, to }, index) => {
          const left = x(from)
          const right = to === null ? width : x(to)
          const room = right - left
          return (
            <g key={index}>
              <rect
                x={left}
                y={BAND.top}
                width={Math.max(0, room - 1)}
                height={BAND.height}
                className={index % 2 === 0 ? 'fill-line' : 'fill-sunken'}
              />
              {room > key.length * 6.5 + 8 && (
                <text x={left + 2} y={11} className="fill-ink-2">
                  {key}
                </text>
              )}
            </g>
          )
        })}
        {zones.map(({ at, from, to }) => (
          <rect
            key={at}
            x={x(from)}
            y={BAND.top}
            width={Math.max(2, x(to) - x(from))}
            height={BAND.height}
            fill={`url(#${hatch})`}
            opacity={0.55}
          />
        ))}
        {spans.map(({ from }, index) => (
          <text
            key={index}
            x={x(from) + (index === 0 ? 0 : -1)}
            y={50}
            textAnchor={index === 0 ? 'start' : 'middle'}
            className="fill-ink-3"
          >
            {index === 0 ? 'day 0' : formatPlain(from)}
          </text>
        ))}
        <path d={`M0 ${BAND.top + BAND.height + 0.5}H${width}`} className="stroke-line-strong" />
      </svg>
      {zones.length > 0 && (
        <p className="text-xs text-ink-3">
          Hatched: both neighbours have a say,{' '}
          {zones.map(({ from, to }) => `days ${formatPlain(from)} to ${formatPlain(to)}`).join(', ')}.
        </p>
      )}
    </div>
  )
}
