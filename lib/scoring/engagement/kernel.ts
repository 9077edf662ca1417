import type { Behavior } from './document'

/**
 * **Kernel**: what an occurrence of age a still counts, from 1 when it is new.
 *
 *     none        1
 *     half-life   2^(−a/h)          h days
 *     linear      max(0, 1 − a/L)   L days
 *     step        1 for a < L, else 0
 *     power       (a + 1)^(−g)      g the gravity, at least 0
 *
 * @param age a, elapsed days with fractions: (asOf − at) / 86,400,000, greater than 0
 * @returns 0 to 1; never rises with age
 *
 * Example: of age 7 under h = 7, L = 14, a step of 7 and g = 1: 0.5, 0.5, 0 and 0.125.
 */
export function kernelAt(age: number, kernel: Behavior['kernel']): number {
  switch (kernel.type) {
    case 'none':
      return 1
    case 'half-life':
      return 2 ** (-age / kernel.days)
    case 'linear':
      return Math.max(0, 1 - age / kernel.days)
    case 'step':
      return age < kernel.days ? 1 : 0
    case 'power':
      return (age + 1) ** -kernel.gravity
  }
}
