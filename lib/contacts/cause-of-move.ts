import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'
import type { SeenAction } from '@/lib/scoring/contacts/machine-rules'
import { markMachines } from '@/lib/scoring/contacts/machine-rules'
import { scoreContact } from '@/lib/scoring/contacts/score-contact'
import { scorePath } from '@/lib/scoring/contacts/score-path'

type History = { actions: readonly SeenAction[]; knownSince?: number }

/**
 * The one action since an instant that did most for where a contact went: the largest step of its path that way.
 *
 * @param since, asOf milliseconds since 1970 UTC
 * @param up did the score rise?
 * @returns null where no step goes that way: time alone did it
 *
 * Example: since Monday a read (+0.5), a hard bounce (−2) and a read (+0.9), and lower than on Monday: the hard bounce.
 */
export function causeOfMove(
  history: History,
  model: ContactDocument,
  { since, asOf, up }: { since: number; asOf: number; up: boolean },
): { action: ActionName; at: number } | null {
  const { counted } = scoreContact({ ...history, actions: markMachines(history.actions) }, model, asOf)
  const recent = counted.filter(({ at }) => at >= since).length
  const path = scorePath(counted, model, recent + 1)
  const steps = path.flatMap(({ action, at, score }, index) => {
    const before = path[index - 1]?.score ?? (index < path.length - recent ? null : 0)
    return before === null || at < since ? [] : [{ action, at, way: up ? score - before : before - score }]
  })
  const largest = steps.reduce<(typeof steps)[number] | null>(
    (most, step) => (step.way > (most?.way ?? 0) ? step : most),
    null,
  )
  return largest && { action: largest.action, at: largest.at }
}
