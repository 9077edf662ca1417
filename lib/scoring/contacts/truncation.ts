import type { ContactHistory } from './contact-history'
import type { ContactDocument } from './document'
import { scoreContact, seenBefore } from './score-contact'

/** What dropping old actions does to a list. */
export type TruncationEffect = {
  contacts: number
  /** Actions that would be gone. */
  dropped: number
  /** Contacts whose score changes at all, and whose stars do. */
  changed: number
  starsChanged: number
  /** The largest change of a score either way, both at least 0. */
  largestRise: number
  largestDrop: number
}

/**
 * A history **without what is older** than an instant: only later actions stay, and the first subscription. An implied
 * subscription keeps its place, as the contact is known since the first action that ever was.
 *
 * @param before milliseconds since 1970 UTC; an action at it stays
 *
 * Example: read on day 1 and day 9, before day 5: the read of day 9, known since day 1.
 */
export function withoutOlder(history: ContactHistory, before: number): ContactHistory {
  const first = firstSubscription(history)
  const since = history.actions.reduce(
    (earliest, { at }) => Math.min(earliest, at),
    history.knownSince ?? Infinity,
  )
  return {
    ...history,
    actions: history.actions.filter((one) => one.at >= before || one === first),
    ...(Number.isFinite(since) ? { knownSince: since } : {}),
  }
}

function firstSubscription({ actions }: ContactHistory) {
  const sent = actions.filter(({ action }) => action === 'subscribed')
  return sent.reduce<(typeof sent)[number] | undefined>(
    (first, one) => (!first || one.at < first.at || (one.at === first.at && one.id < first.id) ? one : first),
    undefined,
  )
}

/**
 * **Effect of truncation** (`scoring.md` §3.6), exactly: every contact is scored with and without what is older.
 *
 * @param before actions older than it would be dropped
 * @param asOf the instant of both scores; milliseconds since 1970 UTC
 *
 * Example, g 1, positives of 2 by position: subscribed, four reads; without the first two reads 4.566667 becomes
 * 3.666667: one contact changed, largest drop 0.9, stars kept.
 */
export function truncationEffect(
  contacts: Iterable<ContactHistory>,
  model: ContactDocument,
  { before, asOf }: { before: number; asOf: number },
): TruncationEffect {
  const effect = { contacts: 0, dropped: 0, changed: 0, starsChanged: 0, largestRise: 0, largestDrop: 0 }
  for (const contact of contacts) {
    const history = seenBefore(contact, asOf)
    const rest = withoutOlder(history, before)
    const full = scoreContact(history, model, asOf)
    const short = scoreContact(rest, model, asOf)
    const change = short.score - full.score
    effect.contacts += 1
    effect.dropped += history.actions.length - rest.actions.length
    effect.changed += change === 0 ? 0 : 1
    effect.starsChanged += short.stars === full.stars ? 0 : 1
    effect.largestRise = Math.max(effect.largestRise, change)
    effect.largestDrop = Math.max(effect.largestDrop, -change)
  }
  return effect
}
