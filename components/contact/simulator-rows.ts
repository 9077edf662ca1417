import { worthOf } from '@/lib/scoring/contacts/action-rules'
import type { ContactHistory } from '@/lib/scoring/contacts/contact-history'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { SentAction } from '@/lib/scoring/contacts/grammar/action-names'
import { simulate } from '@/lib/scoring/contacts/simulate'
import type { Stars } from '@/lib/scoring/contacts/stars'
import { actionVerb, isNegative } from './action-words'

export type SimulatorRow = {
  action: SentAction
  verb: string
  score: number
  change: number
  stars: Stars
}

/** What can be tried, the everyday first. A second subscription would change nothing, a delivery never counts. */
const order: readonly SentAction[] = [
  'read',
  'click',
  'reply',
  'forward',
  'profile_update',
  'invite',
  'bounce_soft',
  'bounce_hard',
  'complaint',
  'unsubscribe',
]

/**
 * The score if each of the actions that this model counts came next, after those that were tried already.
 *
 * @param asOf in milliseconds since 1970 UTC
 * @param before the score after them
 */
export function simulatorRows(
  history: ContactHistory,
  model: ContactDocument,
  asOf: number,
  tried: readonly SentAction[],
  before: number,
): readonly SimulatorRow[] {
  return order
    .filter((action) => worthOf(model, action) !== null)
    .map((action) => {
      const next = withTried(history, asOf, tried)
      const { score, stars } = simulate(next, model, asOf + tried.length, [action]).result
      return { action, verb: actionVerb(action), score, change: score - before, stars }
    })
}

/**
 * The history as if the tried actions had been stored, a millisecond apart and each about a message of its own: the ages
 * of the time clock move by that much, which no printed digit shows.
 */
export function withTried(
  history: ContactHistory,
  asOf: number,
  tried: readonly SentAction[],
): ContactHistory {
  const actions = tried.map((action, index) => ({ id: `tried:${index}`, action, at: asOf + index }))
  return { ...history, actions: [...history.actions, ...actions] }
}

/**
 * Why something that adds lowers the score, or something that divides raises it; null where nothing does.
 */
export function dilutionWords(rows: readonly SimulatorRow[], { clock }: ContactDocument): string | null {
  if (clock.type !== 'position') return null
  const lowering = rows.filter(({ action, change }) => !isNegative(action) && change < -5e-3)
  if (lowering.length > 0)
    return `${list(lowering)} would lower the score here: each new action makes all others older, and a cheap one adds less than they lose.`
  const raising = rows.filter(({ action, change }) => isNegative(action) && change > 5e-3)
  if (raising.length > 0)
    return `${list(raising)} would raise the score here: each new action makes earlier bounces older too, and a mild one costs less than that gives back.`
  return null
}

const andList = new Intl.ListFormat('en')
const list = (rows: readonly SimulatorRow[]) =>
  andList.format(rows.map(({ verb }, index) => (index === 0 ? verb : verb.toLowerCase())))
