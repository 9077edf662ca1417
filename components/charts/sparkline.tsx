import { formatPlain } from '@/lib/format/number'

export type SparklineProps = {
  /** Oldest first; null where there is none. */
  values: readonly (number | null)[]
  /** The whole range of the axis, the same for every line of a column. */
  domain?: readonly [number, number]
  /** Accessible name, with the unit: "Score over twelve weeks". */
  label: string
  width?: number
  height?: number
}

/** A line the size of a word, its last point marked. */
export function Sparkline({ values, domain = [0, 100], label, width = 120, height = 28 }: SparklineProps) {
  const pad = 3
  const x = (index: number) => pad + (index / Math.max(1, values.length - 1)) * (width - 2 * pad)
  const y = (value: number) =>
    height - pad - ((value - domain[0]) / (domain[1] - domain[0] || 1)) * (height - 2 * pad)
  let path = ''
  let pen = 'M'
  values.forEach((value, index) => {
    if (value === null) {
      pen = 'M'
      return
    }
    path += `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`
    pen = 'L'
  })
  const lastIndex = values.findLastIndex((value) => value !== null)
  const last = values[lastIndex]
  const known = values.filter((value) => value !== null)
  const first = known[0]
  const said =
    first === undefined || last === null || last === undefined
      ? `${label}: no values`
      : `${label}: from ${formatPlain(first, 1)} to ${formatPlain(last, 1)}`
  return (
    <svg role="img" aria-label={said} width={width} height={height} className="block">
      <path
        d={path}
        fill="none"
        strokeWidth={1.25}
        strokeLinejoin="round"
        strokeLinecap="round"
        className="stroke-ink"
      />
      {last !== null && last !== undefined && (
        <circle cx={x(lastIndex)} cy={y(last)} r={2} className="fill-ink" />
      )}
    </svg>
  )
}
