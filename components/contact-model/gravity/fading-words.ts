import { formatNumber, formatPlain } from '@/lib/format/number'

const ageInWords = (age: number) => (age < 10 ? formatPlain(age, 1) : formatNumber(age))

/**
 * What a gravity means for points: "Half of its points are left at age 2, a tenth at age 10." Empty for what is no
 * gravity.
 */
export function fadingInWords(gravity: number): string {
  if (!Number.isFinite(gravity) || gravity < 0) return ''
  if (gravity === 0) return 'No action ever fades: scores only grow, but for bounces.'
  const [half, tenth] = [2 ** (1 / gravity), 10 ** (1 / gravity)]
  const grows =
    gravity > 1
      ? 'Above 1 even the most eager reader reaches a limit.'
      : 'Up to 1 the score of an eager reader grows without end, ever more slowly.'
  const far = tenth > 1e6 ? 'hardly anything ever goes below a tenth' : `a tenth at age ${ageInWords(tenth)}`
  return half > 1e6
    ? `Points hardly fade. ${grows}`
    : `Half of the points are left at age ${ageInWords(half)}, ${far}. ${grows}`
}
