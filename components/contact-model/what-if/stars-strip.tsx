'use client'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { formatSigned } from '@/lib/format/signed'
import { useStarsWhatIf } from './stars-what-if-context'

const HEIGHT = 32

/** The what-if in small, which stays in sight on narrow screens while points are moved. */
export function StarsStrip() {
  const { result, live } = useStarsWhatIf()
  if (!result) return null
  const { stars, change } = result
  const highest = Math.max(1, ...stars, ...(live?.stars ?? []))
  const y = (count: number) => HEIGHT - (count / highest) * (HEIGHT - 2)
  const outline = live?.stars.map((count, index) => `L${index} ${y(count)}L${index + 1} ${y(count)}`).join('')
  return (
    <section
      aria-label="What the draft does, in short"
      className="sticky top-12 z-20 -mx-6 grid gap-1 border-b border-line bg-bg px-6 py-2 max-md:-mx-4 max-md:px-4 lg:hidden"
    >
      <svg viewBox={`0 0 5 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden className="h-8 w-full">
        {stars.map((count, index) => (
          <rect
            key={index}
            x={index + 0.01}
            y={y(count)}
            width={0.98}
            height={HEIGHT - y(count)}
            className="fill-star"
          />
        ))}
        {outline && (
          <path
            d={`M0 ${HEIGHT}${outline}L5 ${HEIGHT}`}
            fill="none"
            vectorEffect="non-scaling-stroke"
            className="stroke-ink"
          />
        )}
      </svg>
      <ul className="grid grid-cols-5 text-center text-xs">
        {stars.map((count, index) => (
          <li key={index}>
            <span className="text-star-ink">{index + 1}★</span>{' '}
            <b className="font-semibold">{formatNumber(count)}</b>
            {live && (
              <span className="block text-ink-3">{formatSigned(count - (live.stars[index] ?? 0))}</span>
            )}
          </li>
        ))}
      </ul>
      {change && live && (
        <p className="text-xs text-ink-2">
          {plural(change.up + change.down, 'contact changes', 'contacts change')} stars:{' '}
          {formatNumber(change.up)} up, {formatNumber(change.down)} down
        </p>
      )}
    </section>
  )
}
