import type { RawBin } from '@/components/charts/raw-histogram'

type RawBins = { width: number; counts: readonly number[] }

/** The stored histogram of raw scores as bars: `[b · width, (b + 1) · width)`, without the noise of the product. */
export function rawBars({ width, counts }: RawBins): RawBin[] {
  const edge = (bin: number) => Number((bin * width).toPrecision(12))
  return counts.map((count, bin) => ({ from: edge(bin), to: edge(bin + 1), count }))
}
