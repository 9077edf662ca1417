import { formatNumber } from '@/lib/format/number'
import type { ContactHistory } from '@/lib/scoring/contacts/contact-history'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { Stars } from '@/lib/scoring/contacts/stars'
import { type Reaching, whatReaches } from '@/lib/scoring/contacts/what-reaches'
import { actionName, countInWords, countOf } from './action-words'

/** As many in a row are tried at most: about four years of a weekly newsletter. */
const MOST = 200
/** With a long history each try costs more, so fewer are made. */
const EFFORT = 60_000

const boundFor = ({ actions }: ContactHistory) =>
  Math.max(20, Math.min(MOST, Math.floor(EFFORT / Math.max(1, actions.length))))

const orList = new Intl.ListFormat('en-GB', { type: 'disjunction' })

export type Reach = {
  /** The next star; null at five. */
  next: Stars | null
  /** "one click, reply or forward; or 2 reads (5.02)", or that nothing does. */
  ways: string
  /** "On reads alone, 5★ takes 44 more in a row."; null where there is nothing to add. */
  onReads: string | null
}

/** "one click, reply, forward or profile update; or 2 reads (5.02)": the fewest of each action, those of one first. */
export function waysInWords(reaching: readonly Reaching[], bound = MOST): string {
  const once = reaching.filter(({ repeats }) => repeats === 1)
  const more = reaching.filter(({ repeats }) => repeats !== null && repeats > 1)
  const parts = [
    ...(once.length > 0 ? [`one ${orList.format(once.map(({ action }) => actionName(action)))}`] : []),
    ...more.map(
      ({ action, repeats, score }) => `${countOf(repeats ?? 0, action)} (${formatNumber(score, 2)})`,
    ),
  ]
  if (parts.length === 0) return `no single action does, up to ${bound} in a row`
  return parts.length === 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join('; ')}; or ${parts.at(-1)}`
}

/**
 * What would reach the next star, and what the highest takes on reads alone.
 *
 * @param stars of the contact as it is
 */
export function reachOf(history: ContactHistory, model: ContactDocument, asOf: number, stars: Stars): Reach {
  if (stars === 5) return { next: null, ways: '', onReads: null }
  const next = (stars + 1) as Stars
  const bound = boundFor(history)
  const ways = waysInWords(whatReaches(history, model, asOf, next, bound), bound)
  if (next === 5) return { next, ways, onReads: null }
  const read = whatReaches(history, model, asOf, 5, bound).find(({ action }) => action === 'read')
  const onReads = read
    ? read.repeats === null
      ? `On reads alone, 5★ is not reached in ${bound}.`
      : `On reads alone, 5★ takes ${read.repeats < 7 ? countInWords(read.repeats, 'read') : `${formatNumber(read.repeats)} more`} in a row.`
    : null
  return { next, ways, onReads }
}
