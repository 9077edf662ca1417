import { unreadAfterDays } from '@/lib/scoring/contacts/action-rules'
import type { ContactHistory } from '@/lib/scoring/contacts/contact-history'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { SentAction } from '@/lib/scoring/contacts/grammar/action-names'
import { type ContactScore, scoreContact } from '@/lib/scoring/contacts/score-contact'
import { type PathPoint, scorePath } from '@/lib/scoring/contacts/score-path'
import { simulate, type SimulatedStep } from '@/lib/scoring/contacts/simulate'

/** A point of the path; `tried` ones are simulated. */
export type PathStep = PathPoint & { tried: boolean }

export type RatedContact = {
  /** The instant of the score, in milliseconds since 1970 UTC. */
  asOf: number
  /** As it is. */
  now: ContactScore
  /** With the actions that are tried, the same as `now` without any. */
  tried: ContactScore
  /** What each of them did. */
  steps: readonly SimulatedStep[]
  /** The score after each of the newest counted actions, oldest first, those that are tried at the end. */
  path: readonly PathStep[]
}

/** So many points at most: more have no room in a drawing, and each costs as much as a score. */
export const MOST_POINTS = 90

/**
 * Everything that the page of a contact shows, computed from its history: the rating as it is, the rating if the tried
 * actions came next, and the path there.
 *
 * @param asOf milliseconds since 1970 UTC, after every stored action
 * @param actions what would come next, one after the other
 */
export function ratedContact(
  history: ContactHistory,
  model: ContactDocument,
  asOf: number,
  actions: readonly SentAction[] = [],
): RatedContact {
  const now = scoreContact(history, model, asOf)
  const { steps, result: tried } =
    actions.length > 0 ? simulate(history, model, asOf, actions) : { steps: [], result: now }
  const stored = new Set(now.counted.map(({ id }) => id))
  const path = scorePath(tried.counted, model, MOST_POINTS).map((point) => ({
    ...point,
    tried: !stored.has(point.id),
  }))
  return { asOf, now, tried, steps, path }
}

const MINUTE_MS = 60_000

/**
 * The instant to rate at, after every stored action. Where time means nothing to the model it is the newest action's, so
 * that nothing is worked out again while nothing happens; else the minute that the page prints.
 *
 * @param observedUntil in milliseconds since 1970 UTC
 */
export function ratedAt({ actions }: ContactHistory, model: ContactDocument, observedUntil: number): number {
  const newest = actions.reduce((latest, { at }) => Math.max(latest, at + 1), -Infinity)
  const minute = Math.floor(observedUntil / MINUTE_MS) * MINUTE_MS
  const agesByTime = model.clock.type === 'time' || unreadAfterDays(model) !== null
  return agesByTime || actions.length === 0 ? Math.max(newest, minute) : newest
}
