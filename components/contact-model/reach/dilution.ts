import { isNegative } from '@/components/contact/action-words'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { type SentAction, sentActions } from '@/lib/scoring/contacts/grammar/action-names'
import { worthOf } from '@/lib/scoring/contacts/action-rules'
import { simulate, type SimulatedStep } from '@/lib/scoring/contacts/simulate'
import type { Stars } from '@/lib/scoring/contacts/stars'

const DAY_MS = 86_400_000

export type Dilution = {
  /** The most worth of all that adds, which came before. */
  dear: SentAction
  score: number
  stars: Stars
  /** What each action that counts makes of that when it comes next, the cheapest positive first, negatives last. */
  next: readonly SimulatedStep[]
  /** What the others lose when any action comes. */
  aged: number
}

/**
 * **Dilution** in the numbers of a model: somebody subscribed, a day later did what is worth the most, and a day later
 * does something else. By position whatever comes makes the others older, so that what is cheap can lower the score.
 *
 * @returns null where nothing but a subscription adds
 *
 * Example, g 1 and the usual points: 11 after a forward; then a read 7.666667, as it adds 2 and 5.333333 are lost.
 */
export function dilutionOf(model: ContactDocument): Dilution | null {
  const counted = sentActions.filter((action) => action !== 'subscribed' && worthOf(model, action) !== null)
  const pointsOf = (action: SentAction) => worthOf(model, action)?.points ?? 0
  const adding = counted
    .filter((action) => !isNegative(action) && pointsOf(action) > 0)
    .sort((a, b) => pointsOf(a) - pointsOf(b))
  const [cheap, dear] = [adding[0], adding.at(-1)]
  if (!cheap || !dear) return null

  const history = {
    actions: [
      { id: '1', action: 'subscribed' as const, at: 0 },
      { id: '2', action: dear, at: DAY_MS },
    ],
  }
  const then = (actions: readonly SentAction[]) => simulate(history, model, 2 * DAY_MS, actions)
  const { score, stars } = then([]).result
  const next = [...adding, ...counted.filter(isNegative)].flatMap((action) => then([action]).steps)
  const added = next.find(({ action }) => action === cheap)?.change ?? 0
  return { dear, score, stars, next, aged: Math.max(0, pointsOf(cheap) - added) }
}
