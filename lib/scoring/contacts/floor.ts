import type { ActionName } from './grammar/action-names'

/** What shows that the address or the person refuses mail; leaving a message unread does not. */
const lowering: readonly ActionName[] = ['bounce_hard', 'bounce_soft', 'complaint']

/**
 * **Floor** (`scoring.md` §3.3): what a score never falls below, once everything is folded.
 *
 *     F / Π divisors of bounces and complaints
 *
 * So somebody who only ignores mail keeps F, 2★ by default, however long it is, while a bounce lowers the floor as it
 * lowers the score and lets go of it as it ages.
 *
 * @param floor F; null where the model has none
 * @param folded the counted actions with their divisors
 * @returns null where there is none
 *
 * Example: F 2 and a hard bounce of age 1: 1; of age 4: 1.6. A message left unread changes neither.
 */
export function floorOf(
  floor: number | null,
  folded: readonly { action: ActionName; divisor: number }[],
): number | null {
  if (floor === null) return null
  const divisors = folded.filter(({ action }) => lowering.includes(action))
  return floor / divisors.reduce((product, { divisor }) => product * divisor, 1)
}
