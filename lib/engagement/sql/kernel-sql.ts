import type { Behavior } from '@/lib/scoring/engagement/document'
import type { BoundValues } from './bound-values'

/** `kernelAt` of the pure core, of the SQL of an age in days. */
export function kernelSql(age: string, kernel: Behavior['kernel'], values: BoundValues): string {
  switch (kernel.type) {
    case 'none':
      return 'toFloat64(1)'
    case 'half-life':
      return `exp2(-(${age}) / ${values.number(kernel.days)})`
    case 'linear':
      return `greatest(toFloat64(0), 1 - (${age}) / ${values.number(kernel.days)})`
    case 'step':
      return `if((${age}) < ${values.number(kernel.days)}, toFloat64(1), toFloat64(0))`
    case 'power':
      return `pow((${age}) + 1, -${values.number(kernel.gravity)})`
  }
}

/** `w · f(min(c, n))` of `raw-score` of the pure core, of the SQL of n. */
export function termSql(n: string, { weight, cap, curve }: Behavior, values: BoundValues): string {
  const capped = cap === null ? n : `least(${values.number(cap)}, ${n})`
  return `${values.number(weight)} * ${curved(capped, curve, values)}`
}

function curved(n: string, curve: Behavior['curve'], values: BoundValues): string {
  switch (curve.type) {
    case 'linear':
      return n
    case 'log':
      return `log1p(${n})`
    case 'sqrt':
      return `sqrt(${n})`
    case 'saturating':
      return `(${n} / (${n} + ${values.number(curve.k)}))`
  }
}
