import { formatNumber } from '@/lib/format/number'
import type { Agreement, Tau } from '@/lib/known-people/client'

/** One tau in words: `draft` **0.93** `(0.76 to 0.98)`. */
export type TauWords = { label: string; value: string; rest: string; open: boolean }

const digits = (value: number | null) => formatNumber(value, 2)

function wordsOf(label: string, { n, tau, low, high, open, reason }: Tau, tellsN: boolean): TauWords {
  if (tau === null) return { label, value: '–', rest: `(${reason ?? 'not known'})`, open: false }
  const interval = low === null || high === null ? '(no interval)' : `(${digits(low)} to ${digits(high)})`
  return { label, value: digits(tau), rest: tellsN ? `${interval}, n = ${n}` : interval, open }
}

/** What the foot of the card says: the taus, and how many people both are of where that is one number. */
export function agreementWords({ draft, live }: Agreement): { taus: TauWords[]; n: number | null } {
  const both = live ? [draft, live] : [draft]
  const known = both.filter(({ tau }) => tau !== null).map(({ n }) => n)
  const isOne = known.length > 0 && known.every((n) => n === known[0])
  const taus = [wordsOf('draft', draft, !isOne), ...(live ? [wordsOf('live', live, !isOne)] : [])]
  return { taus, n: isOne ? (known[0] ?? null) : null }
}
