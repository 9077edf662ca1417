'use client'
import { ChartFrame } from '@/components/charts/chart-frame'
import { niceRangeTicks } from '@/components/charts/nice-ticks'
import { textWidth } from '@/components/charts/text-width'
import { formatNumber, formatPlain } from '@/lib/format/number'
import type { Explanation } from '@/lib/people/client'

type Score = NonNullable<Explanation['score']>

const HEIGHT = 72
const BASE = 50

/** Where the raw score stands among the people compared with, and the sentence that makes it the score. */
export function RawToScore({ score }: { score: Score }) {
  const { distribution } = score
  return (
    <>
      {distribution && (
        <ChartFrame height={HEIGHT}>
          {(width) => <Drawing width={width} score={score} distribution={distribution} />}
        </ChartFrame>
      )}
      <p className="mt-2 text-xs text-ink-3">
        From raw to score: <span className="text-ink-2">{score.words}</span>
      </p>
    </>
  )
}

type DrawingProps = { width: number; score: Score; distribution: NonNullable<Score['distribution']> }

/** Bars of raw scores, those below the person in ink, the rest faint; the last bar holds all beyond. */
function Drawing({ width, score, distribution: { width: step, counts, above } }: DrawingProps) {
  const bars = above > 0 ? [...counts, above] : counts
  const highest = Math.max(1, ...bars)
  const end = bars.length * step
  const x = (raw: number) => (Math.min(Math.max(raw, 0), end) / end) * width
  const at = x(score.raw)
  const below = `${formatNumber(score.place.below)} below`
  const here = `raw ${formatNumber(score.raw, 2)}`
  // Words go to the side where there is room for them.
  const hereRight = at + textWidth(here) + 8 <= width
  const ticks = niceRangeTicks(0, end, width < 480 ? 3 : 4)
  return (
    <svg
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={`Raw scores of the ${formatNumber(score.place.n)} people compared with; this person at ${formatNumber(score.raw, 2)}, ${below}`}
      className="block"
    >
      {bars.map((people, index) => {
        const height = (people / highest) * 32
        const left = (index / bars.length) * width
        return (
          <rect
            key={index}
            x={left + 0.5}
            y={BASE - height}
            width={Math.max(1, width / bars.length - 1)}
            height={height}
            className={(index + 0.5) * step <= score.raw ? 'fill-ink-3' : 'fill-line-strong'}
            opacity={(index + 0.5) * step <= score.raw ? 0.75 : 0.4}
          />
        )
      })}
      <line x1={0} x2={width} y1={BASE} y2={BASE} className="stroke-line-strong" />
      <line x1={at} x2={at} y1={8} y2={BASE} className="stroke-accent" strokeWidth={1.5} />
      <text
        x={hereRight ? at + 6 : at - 6}
        y={14}
        textAnchor={hereRight ? 'start' : 'end'}
        className="fill-accent text-xs font-semibold"
      >
        {here}
      </text>
      {hereRight && at - textWidth(below) - 6 >= 0 && (
        <text x={at - 6} y={14} textAnchor="end" className="fill-ink-2 text-xs">
          {below}
        </text>
      )}
      {ticks.map((value, index) => (
        <text
          key={value}
          x={Math.min(width, x(value))}
          y={68}
          textAnchor={index === 0 ? 'start' : x(value) > width - 30 ? 'end' : 'middle'}
          className="fill-ink-3 text-xs"
        >
          {formatPlain(value)}
          {index === ticks.length - 1 ? ' raw' : ''}
        </text>
      ))}
    </svg>
  )
}
