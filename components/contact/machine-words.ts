import { formatNumber } from '@/lib/format/number'
import type { ContactHistory } from '@/lib/scoring/contacts/contact-history'
import { countOf } from './action-words'

const andList = new Intl.ListFormat('en')

/** "1 read and 2 clicks by machines are left out": what a model does with what no human made. */
export function machineWords({ actions }: ContactHistory, machine: 'exclude' | 'include'): string {
  const made = actions.filter((one) => one.machine)
  const counts = (['read', 'click'] as const)
    .map((action) => ({ action, count: made.filter((one) => one.action === action).length }))
    .filter(({ count }) => count > 0)
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const what = andList.format(counts.map(({ action, count }) => countOf(count, action)))
  const by = `${what} by ${total === 1 ? 'a machine' : 'machines'}`
  return `${by} ${total === 1 ? 'is' : 'are'} ${machine === 'exclude' ? 'left out' : 'counted'}`
}

/** "With them the score would be 3.98, 3★.": what the other choice than the model's would make of it. */
export function machineEffect(
  machine: 'exclude' | 'include',
  score: number,
  other: { score: number; stars: number },
): string {
  const [now, then] = [formatNumber(score, 2), formatNumber(other.score, 2)]
  const without = machine === 'exclude' ? 'Counted' : 'Left out'
  return now === then
    ? `${without}, the score would be ${then} all the same.`
    : `${without}, the score would be ${then}, ${other.stars}★.`
}
