import { formatPlain } from '@/lib/format/number'

export type StarRange = {
  stars: number
  /** Under a bar, where the range before stands beside it: `to 5`. */
  short: string
  /** On its own: `above 3, up to 5`. */
  long: string
}

/**
 * Which scores make one to five stars. The first cut belongs to the star above it, the others to the star below
 * (`scoring.md` §3.4).
 *
 * @param cuts where 2★, 3★, 4★ and 5★ begin
 */
export function starRanges(cuts: readonly number[]): StarRange[] {
  const [two = 0, three = 0, four = 0, five = 0] = cuts
  const said = (cut: number) => formatPlain(cut)
  return [
    { stars: 1, short: `under ${said(two)}`, long: `below ${said(two)}` },
    { stars: 2, short: `${said(two)} to ${said(three)}`, long: `${said(two)} to ${said(three)}` },
    { stars: 3, short: `to ${said(four)}`, long: `above ${said(three)}, up to ${said(four)}` },
    { stars: 4, short: `to ${said(five)}`, long: `above ${said(four)}, up to ${said(five)}` },
    { stars: 5, short: `over ${said(five)}`, long: `above ${said(five)}` },
  ]
}
