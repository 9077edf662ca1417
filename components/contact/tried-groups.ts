import type { SentAction } from '@/lib/scoring/contacts/grammar/action-names'

/** Actions in a row of one kind taken together: read, read, click: read twice, click once. */
export function triedGroups(
  actions: readonly SentAction[],
): readonly { action: SentAction; count: number }[] {
  const groups: { action: SentAction; count: number }[] = []
  for (const action of actions) {
    const last = groups.at(-1)
    if (last?.action === action) last.count += 1
    else groups.push({ action, count: 1 })
  }
  return groups
}
