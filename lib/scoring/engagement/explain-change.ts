import type { EngagementDocument } from './document'
import type { Occurrence } from './person-history'
import { type Terms, type Window, matchedInWindow, sumOf, termsOf, windowTerms } from './window-terms'

/** The printed order: what happened to the raw score, then the stage, then the people compared with. */
export const changeCauses = [
  'corrections',
  'left-window',
  'ageing',
  'new-occurrences',
  'version',
  'stage',
  'reference',
] as const

export type ChangeCause = (typeof changeCauses)[number]

/** A person with a score, as a snapshot has them. */
export type ScoredPoint = {
  model: EngagementDocument
  /** Milliseconds since 1970 UTC; the window is `[windowFrom, asOf)`. */
  asOf: number
  windowFrom: number
  raw: number
  score: number
  /** In days. */
  tenure: number
  /** n per behavior of the model; null where they were not kept. */
  counts: readonly number[] | null
}

export type Change = {
  before: ScoredPoint
  after: ScoredPoint
  /** First instant of the window that the model of `before` has at the instant of `after`. */
  movedFrom: number
  /** What is known of the person, without what came in after the run of `after` began. */
  occurrences: readonly Occurrence[]
  /** Ids of those of them that came in after the run of `before` began. */
  late: ReadonlySet<string>
}

/** What a step did to the term of one behavior, and the events (distinct local days) behind it. */
export type BehaviorChange = { key: string; raw: number; events: number; days: number }

type RawStep = {
  cause: ChangeCause
  /** Raw after the step. */
  raw: number
  behaviors: readonly BehaviorChange[]
}

export type ChangeStep = {
  cause: ChangeCause
  raw: number
  score: number
  behaviors: readonly BehaviorChange[]
}

/** Raw scores nearer than this are the same: see `rank-key`. */
const SAME_RAW = 1e-9

/** Later minus earlier by behavior, over the keys of both. */
function difference(later: Terms, earlier: Terms): Map<string, number> {
  const keys = new Set([...earlier.keys(), ...later.keys()])
  return new Map([...keys].map((key) => [key, (later.get(key) ?? 0) - (earlier.get(key) ?? 0)]))
}

/** Behaviors with what a step did to their terms and the events behind it; those it did not touch are left out. */
function behaviorChanges(
  raws: ReadonlyMap<string, number>,
  events: ReadonlyMap<string, readonly Occurrence[]>,
): readonly BehaviorChange[] {
  const changes = [...new Set([...raws.keys(), ...events.keys()])].map((key) => {
    const own = events.get(key) ?? []
    return {
      key,
      raw: raws.get(key) ?? 0,
      events: own.length,
      days: new Set(own.map(({ day }) => day)).size,
    }
  })
  return changes.filter(({ raw, events }) => Math.abs(raw) > SAME_RAW / 1000 || events > 0)
}

const isLate =
  ({ late }: Change, yes: boolean) =>
  (one: Occurrence) =>
    late.has(one.id) === yes

/**
 * What the stored points say and today's events do not: of the earlier point by what came in or went since, of the later
 * one by what it counted and is gone, or is counted as somebody else's.
 */
function corrections(change: Change, countedBefore: Terms, countedAfter: Terms): RawStep {
  const { before, after, occurrences } = change
  const window = { from: before.windowFrom, until: before.asOf, asOf: before.asOf }
  const raw = sumOf(countedBefore) - before.raw + (after.raw - sumOf(countedAfter))

  const knownBefore = before.counts
    ? termsOf(before.model, before.counts)
    : windowTerms(before.model, occurrences.filter(isLate(change, false)), window)
  const knownAfter = after.counts ? termsOf(after.model, after.counts) : countedAfter
  const raws = difference(countedBefore, knownBefore)
  for (const [key, own] of difference(knownAfter, countedAfter)) raws.set(key, (raws.get(key) ?? 0) + own)

  const late = matchedInWindow(before.model, occurrences.filter(isLate(change, true)), window)
  return {
    cause: 'corrections',
    raw: Math.abs(raw) < SAME_RAW ? before.raw : before.raw + raw,
    behaviors: behaviorChanges(raws, late),
  }
}

/** The five steps of the raw score, from that of `before` to that of `after`. */
function rawSteps(change: Change): readonly RawStep[] {
  const { before, after, movedFrom, occurrences } = change
  const { model } = before
  const sameModel = JSON.stringify(model) === JSON.stringify(after.model)
  const terms = (window: Window) => windowTerms(model, occurrences, window)
  const matched = (window: Window) => matchedInWindow(model, occurrences, window)

  const whole: Window = { from: before.windowFrom, until: before.asOf, asOf: before.asOf }
  const stayed: Window = { ...whole, from: movedFrom }
  const aged: Window = { ...stayed, asOf: after.asOf }
  const grown: Window = { ...aged, until: after.asOf }
  const counted = { whole: terms(whole), stayed: terms(stayed), aged: terms(aged), grown: terms(grown) }
  const now = windowTerms(after.model, occurrences, { from: after.windowFrom, until: after.asOf, asOf: after.asOf }) // prettier-ignore

  const corrected = corrections(change, counted.whole, now)
  const rawAt = (terms: Terms) => corrected.raw + (sumOf(terms) - sumOf(counted.whole))
  const step = (cause: ChangeCause, to: Terms, from: Terms, events: ReturnType<typeof matched>): RawStep => ({
    cause,
    raw: rawAt(to),
    behaviors: behaviorChanges(difference(to, from), events),
  })
  const changed = ({ raw }: BehaviorChange) => raw !== 0
  const ageing = step('ageing', counted.aged, counted.stayed, matched(stayed))
  const added = { ...grown, from: Math.max(before.asOf, movedFrom) }
  const grows = step('new-occurrences', counted.grown, counted.aged, matched(added))
  const version = behaviorChanges(difference(now, counted.grown), new Map())

  return [
    corrected,
    step('left-window', counted.stayed, counted.whole, matched({ ...whole, until: Math.min(movedFrom, before.asOf) })), // prettier-ignore
    { ...ageing, behaviors: ageing.behaviors.filter(changed) },
    sameModel ? { ...grows, raw: after.raw } : grows,
    { cause: 'version', raw: after.raw, behaviors: sameModel ? [] : version },
  ]
}

/**
 * **Why a score changed** (`scoring.md` §1.7) between two points of one person who has a score at both: sequential, in
 * the order of `changeCauses`, each step scored against the people of the earlier point and in its stage, until stage
 * and people change as the last two.
 *
 *     corrections       what is known today of the earlier window but was not then (late, merged, erased), and what the
 *                       later run counted that is not known today
 *     left the window   the window's start moves, ages stay as they were
 *     ageing            ages move to the later instant
 *     new occurrences   events in [earlier, later) are added
 *     version           the later model, with its window
 *     stage             the later tenure, in the people of the earlier point
 *     reference         the people of the later point
 *
 * Caps and curves act on totals, so each step measures the whole of the changed history anew.
 *
 * @param place the score of a raw at a tenure (days) among the people of the earlier point; null where there are none
 * @returns seven steps; their `raw` sum to after.raw − before.raw, their `score` to after.score − before.score
 *
 * Example: weight 1 and a window of 30 days, three events before the earlier point of which one left the window, two
 * new ones: raw 3 → 4; corrections 0, left the window −1, ageing 0, new occurrences +2, version 0.
 */
export function explainChange(
  change: Change,
  place: (raw: number, tenure: number) => number | null,
): readonly ChangeStep[] {
  const { before, after } = change
  const placed = (raw: number, tenure: number, otherwise: number) =>
    raw === before.raw && tenure === before.tenure ? before.score : (place(raw, tenure) ?? otherwise)

  let { raw, score } = before
  const steps = rawSteps(change).map((step): ChangeStep => {
    const reached = step.raw === raw ? score : placed(step.raw, before.tenure, score)
    const taken = { ...step, raw: step.raw - raw, score: reached - score }
    raw = step.raw
    score = reached
    return taken
  })
  const staged = placed(after.raw, after.tenure, score)
  return [
    ...steps,
    { cause: 'stage', raw: 0, score: staged - score, behaviors: [] },
    { cause: 'reference', raw: 0, score: after.score - staged, behaviors: [] },
  ]
}

/** What the five steps of the raw score do to it, without asking anybody's place; they sum to the change of raw. */
export function explainRawChange(change: Change): readonly Pick<ChangeStep, 'cause' | 'raw'>[] {
  let { raw } = change.before
  return rawSteps(change).map((step) => {
    const taken = { cause: step.cause, raw: step.raw - raw }
    raw = step.raw
    return taken
  })
}

/** Every raw that `explainChange` asks the place of: what has to be known of the people of the earlier point. */
export function rawsToPlace(change: Change): readonly number[] {
  return [...new Set(rawSteps(change).map(({ raw }) => raw))]
}
