import { formatPlain } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import type { Behavior } from '@/lib/scoring/engagement/document'

/** `half-life 14 d`: a kernel in the width of a cell. */
export function kernelShort(kernel: Behavior['kernel']): string {
  switch (kernel.type) {
    case 'none':
      return 'none'
    case 'power':
      return `power ${formatPlain(kernel.gravity)}`
    default:
      return `${kernel.type} ${formatPlain(kernel.days)} d`
  }
}

/** `log(1 + n)`: a curve in the width of a cell. */
export function curveShort(curve: Behavior['curve']): string {
  switch (curve.type) {
    case 'linear':
      return 'linear'
    case 'log':
      return 'log(1 + n)'
    case 'sqrt':
      return '√n'
    case 'saturating':
      return `n/(n + ${formatPlain(curve.k)})`
  }
}

/** `Report Run, Report Shared`: the events alone, each once. */
export function eventsShort({ any }: Behavior['match']): string {
  const names = [...new Set(any.map(({ event }) => (event === '*' ? 'any activity' : event)))]
  return names.join(', ')
}

/** `2 conditions`, of all events together; empty without any. */
export function conditionsShort({ any }: Behavior['match']): string {
  const conditions = any.reduce((sum, { where }) => sum + where.length, 0)
  return conditions === 0 ? '' : plural(conditions, 'condition')
}

/** A refusal beside its own field: the place in the document is left out. */
export function atItsField(sentence: string | null): string | null {
  if (sentence === null) return null
  const reason = sentence.replace(/^behaviors\[\d+\]\S*\s+/, '')
  return reason.charAt(0).toUpperCase() + reason.slice(1)
}

/** A refusal beside its behavior: which of its fields stays told. */
export const inItsRow = (sentence: string | null): string | null =>
  sentence?.replace(/^behaviors\[\d+\]\.?\s*/, '') ?? null
