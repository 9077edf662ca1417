import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { SMALLEST_BASELINE } from '@/lib/scoring/engagement/pool-stages'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'

const andList = new Intl.ListFormat('en')

/**
 * The people of a stage in words, and with whom they are compared where that is not their own stage alone.
 *
 * Example: `12 people now: under 30, so compared together with established`
 */
export function stagePeopleInWords(
  { key, people, baseline }: RunSummary['stages'][number],
  { ownBaseline, frozen }: { ownBaseline: boolean; frozen: boolean },
): string {
  const now = `${plural(people, 'person', 'people')} now`
  const others = baseline.filter((other) => other !== key)
  if (!ownBaseline || others.length === 0) return now
  const together = `compared together with ${andList.format(others)}`
  if (frozen) return `${now}; ${together}, as on the pinned date one of them had under ${SMALLEST_BASELINE}`
  return people < SMALLEST_BASELINE
    ? `${now}: under ${formatNumber(SMALLEST_BASELINE)}, so ${together}`
    : `${now}; ${together}, too few by themselves`
}
