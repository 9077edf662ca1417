import { formatNumber } from '@/lib/format/number'
import type { DeliveryOutcome } from '@/lib/sources/providers/schema'

export const outcomeWords: Record<DeliveryOutcome, string> = {
  ok: 'Believed',
  signature: 'Not authentic',
  stale: 'Signed too long ago',
  malformed: 'Not readable',
  challenge: 'Question at set-up',
}

/** `{deferred: 2, not_an_action: 1}` as "deferred 2, not an action 1". */
export const countsInWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([key, events]) => `${key.replaceAll('_', ' ')} ${formatNumber(events)}`)
    .join(', ')
