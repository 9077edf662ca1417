import { formatPlain } from '@/lib/format/number'
import type { MoverReason } from '@/lib/scoring/engagement/what-if/what-if'

/** Why a draft moves somebody, in a few words: `Ran a report: 8.4 → 25.2 points`. Null where no behavior did. */
export function moverReason(reason: MoverReason | null): string | null {
  if (!reason) return null
  const { name, termBefore, termAfter } = reason
  return `${name}: ${formatPlain(termBefore, 1)} → ${formatPlain(termAfter, 1)} points`
}
