import type { Behavior } from '@/lib/scoring/engagement/document'
import { kernelAt } from '@/lib/scoring/engagement/kernel'

export type Point = readonly [x: number, y: number]

/**
 * What an occurrence counts over the window, as points to join by straight lines: ages 0 to `days` evenly, and both
 * sides of where a kernel breaks. Empty while its parameter is none that the grammar accepts.
 *
 * @returns [age in days, 0 to 1]
 */
export function kernelPoints(kernel: Behavior['kernel'], days: number, pieces = 60): readonly Point[] {
  const parameter = kernel.type === 'none' ? 1 : kernel.type === 'power' ? kernel.gravity : kernel.days
  if (!Number.isFinite(parameter) || parameter < 0 || !(days > 0)) return []
  if (parameter === 0 && kernel.type !== 'power') return []
  const ages = Array.from({ length: pieces + 1 }, (_, index) => (days * index) / pieces)
  const breaks = kernel.type === 'linear' || kernel.type === 'step' ? [kernel.days] : []
  const all = [...ages, ...breaks.filter((age) => age < days)].sort((a, b) => a - b)
  return all.flatMap((age): Point[] => {
    const at: Point = [age, kernelAt(age, kernel)]
    return kernel.type === 'step' && age === kernel.days ? [[age, 1], at] : [at]
  })
}

/** Points through a frame of pixels as the `d` of a path; `x` and `y` place a value. */
export function pathOf(points: readonly Point[], x: (value: number) => number, y: (value: number) => number) {
  return points
    .map(([a, b], index) => `${index === 0 ? 'M' : 'L'}${x(a).toFixed(1)} ${y(b).toFixed(1)}`)
    .join('')
}
