import { formatNumber } from '@/lib/format/number'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { starsOf } from '@/lib/scoring/contacts/stars'

const MOST_DIGITS = 6

/** A score with two decimals, or with as many as keep it on its own side of every cut: 1.9968, which is 1★, not 2.00. */
export function scoreInWords(score: number, model: Pick<ContactDocument, 'stars'>): string {
  const stars = starsOf(score, model)
  let digits = 2
  while (digits < MOST_DIGITS && starsOf(Number(score.toFixed(digits)), model) !== stars) digits++
  return formatNumber(score, digits)
}
