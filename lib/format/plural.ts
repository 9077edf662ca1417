import { formatNumber } from './number'

/** A count with its noun: (1, 'person', 'people') → "1 person", (3412, …) → "3,412 people". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`
}
