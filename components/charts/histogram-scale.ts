export type HistogramScale = {
  /** The plot, in pixels of the drawing. */
  left: number
  right: number
  top: number
  bottom: number
  x: (value: number) => number
  y: (count: number) => number
  /** The value under a horizontal position. */
  valueAt: (x: number) => number
}

export type HistogramRoom = {
  width: number
  height: number
  /** Space for the words around the plot. */
  margin: { left: number; right: number; top: number; bottom: number }
  domain: readonly [number, number]
  /** Count at the top of the plot; bars start at 0. */
  yMax: number
}

/** Both axes are linear. */
export function histogramScale({ width, height, margin, domain, yMax }: HistogramRoom): HistogramScale {
  const left = margin.left
  const right = Math.max(left + 1, width - margin.right)
  const top = margin.top
  const bottom = Math.max(top + 1, height - margin.bottom)
  const span = domain[1] - domain[0]
  return {
    left,
    right,
    top,
    bottom,
    x: (value) => left + ((value - domain[0]) / span) * (right - left),
    y: (count) => bottom - (Math.min(count, yMax) / yMax) * (bottom - top),
    valueAt: (x) => domain[0] + ((x - left) / (right - left)) * span,
  }
}
