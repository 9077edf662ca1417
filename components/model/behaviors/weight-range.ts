/** The numbers a slider of weights runs over, and its step. */
export type WeightRange = { min: number; max: number; step: number }

/** 0 to 10, or so much wider that the weight and the live one are on it; ten of its steps are one of Shift. */
export function weightRange(weight: number, live: number | null): WeightRange {
  const known = [weight, live ?? 0].filter(Number.isFinite)
  const max = Math.ceil(Math.max(10, ...known))
  const min = Math.floor(Math.min(0, ...known))
  const span = max - min
  return { min, max, step: span <= 20 ? 0.1 : span <= 200 ? 1 : 10 ** Math.floor(Math.log10(span / 20)) }
}

/** Where on its track the middle of a thumb stands, as CSS: it never leaves the track. */
export function placeOnTrack(value: number, { min, max }: WeightRange, thumb: number): string {
  const share = Math.min(1, Math.max(0, (value - min) / (max - min)))
  return `calc(${(100 * share).toFixed(3)}% + ${(thumb / 2 - thumb * share).toFixed(2)}px)`
}

/** What somebody typed as a number: `2.5`, `2,5`, `−1`; NaN for what is none, an empty box too. */
export function typedNumber(text: string): number {
  const plain = text.trim().replace('−', '-').replace(',', '.')
  return plain === '' ? NaN : Number(plain)
}
