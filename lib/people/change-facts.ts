import type { Change, ChangeStep } from '@/lib/scoring/engagement/explain-change'
import { DAY_MS } from '@/lib/scoring/engagement/frame'
import type { Occurrence } from '@/lib/scoring/engagement/person-history'
import { type Window, matchedInWindow, windowTerms } from '@/lib/scoring/engagement/window-terms'
import type { BehaviorHistory, ChangeFacts } from './change-words'

export type Cause = ChangeFacts['cause']

const causeOfStep: Record<ChangeStep['cause'], Cause> = {
  corrections: 'corrections',
  'left-window': 'events',
  ageing: 'events',
  'new-occurrences': 'events',
  version: 'version',
  stage: 'stage',
  reference: 'reference',
}

/** What did most of a change of score, in its direction; where the score stayed, what people did. */
export function mainCause(steps: readonly Pick<ChangeStep, 'cause' | 'score'>[]): Cause {
  const sums = new Map<Cause, number>([['events', 0]])
  for (const { cause, score } of steps)
    sums.set(causeOfStep[cause], (sums.get(causeOfStep[cause]) ?? 0) + score)
  const change = [...sums.values()].reduce((sum, part) => sum + part, 0)
  const forward = [...sums].map(([cause, part]) => ({ cause, part: part * Math.sign(change) }))
  return forward.reduce((most, one) => (one.part > most.part ? one : most)).cause
}

const tally = (events: readonly Occurrence[] = []) => ({
  events: events.length,
  days: new Set(events.map(({ day }) => day)).size,
})

/** What somebody did of each behavior of the earlier model around the two dates. */
function behaviorHistories({ before, after, movedFrom, occurrences }: Change): readonly BehaviorHistory[] {
  const { model } = before
  const earlier: Window = { from: before.windowFrom, until: before.asOf, asOf: before.asOf }
  const later: Window = { from: movedFrom, until: after.asOf, asOf: after.asOf }
  const matched = (from: number, until: number) => matchedInWindow(model, occurrences, { from, until })
  const events = {
    before: matched(earlier.from, earlier.until),
    after: matched(later.from, later.until),
    since: matched(before.asOf, after.asOf),
    previously: matched(before.asOf - previousDays({ before, after }) * DAY_MS, before.asOf),
    ever: matched(-Infinity, after.asOf),
  }
  const terms = {
    before: windowTerms(model, occurrences, earlier),
    after: windowTerms(model, occurrences, later),
  }
  return model.behaviors.map((behavior) => {
    const { key } = behavior
    const newest = events.ever.get(key)?.at(-1)
    return {
      behavior,
      raw: (terms.after.get(key) ?? 0) - (terms.before.get(key) ?? 0),
      before: tally(events.before.get(key)),
      after: tally(events.after.get(key)),
      since: tally(events.since.get(key)),
      previously: tally(events.previously.get(key)),
      newestAge: newest ? (after.asOf - newest.at) / DAY_MS : null,
    }
  })
}

/** As many days before the earlier date as lie between the two, but no more than its window, which is all that is read. */
function previousDays({ before, after }: Pick<Change, 'before' | 'after'>): number {
  const between = (after.asOf - before.asOf) / DAY_MS
  return Math.min(between, Math.floor((before.asOf - before.windowFrom) / DAY_MS))
}

type Named = Pick<ChangeFacts, 'cause' | 'stages' | 'versions' | 'timeZone'>

/** What the line on a change is made of. */
export function changeFacts(change: Change, named: Named): ChangeFacts {
  const { before, after } = change
  return {
    ...named,
    up: after.score >= before.score,
    behaviors: named.cause === 'events' ? behaviorHistories(change) : [],
    from: new Date(before.asOf),
    days: previousDays(change),
  }
}
