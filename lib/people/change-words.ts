import { formatShortDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { smallNumbers } from '@/lib/format/small-numbers'
import type { ChangeCause, ChangeStep } from '@/lib/scoring/engagement/explain-change'
import type { Behavior } from '@/lib/scoring/engagement/document'
import { DAY_MS } from '@/lib/scoring/engagement/frame'

type Named = Pick<Behavior, 'name' | 'measure'>

/** What somebody did, how often: of a behavior that measures days, on how many days. */
export type Done = { behavior: Named; events: number; days: number }

/** `once`, `twice`, `4 times`. */
export const timesInWords = (times: number): string =>
  times === 1 ? 'once' : times === 2 ? 'twice' : `${formatNumber(times)} times`

/** `two weeks`, `a week`, `24 days`: how long ago or how long something lasted. */
export function stretchInWords(days: number): string {
  const whole = Math.max(1, Math.round(days))
  if (whole === 7) return 'a week'
  if (whole % 7 === 0 && whole / 7 < smallNumbers.length) return `${smallNumbers[whole / 7]} weeks`
  return plural(whole, 'day')
}

/** Behaviors are named as somebody did them, so that a name begins a phrase and stands inside one: `Ran a report`. */
export const nameInside = (name: string): string =>
  /^[A-Z][a-z]+( [a-z]|$)/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name

const isDays = ({ behavior }: Done) => behavior.measure.type === 'days'

/** `4 times`, `on 11 days`. */
const amount = (done: Done): string =>
  isDays(done) ? `on ${plural(done.days, 'day')}` : timesInWords(done.events)

/** `Ran a report 4 times`. */
const doneInWords = (done: Done): string => `${done.behavior.name} ${amount(done)}`

/** What was done, the first at the start of a sentence: `Ran a report 4 times, opened the app on 11 days`. */
export const listInWords = (list: readonly Done[]): string =>
  list
    .map((done, index) =>
      index === 0 ? doneInWords(done) : `${nameInside(done.behavior.name)} ${amount(done)}`,
    )
    .join(', ')

/** The most behaviors that a line names. */
const MOST_NAMED = 6

/** What stands below a cause in the table of a change. */
export type ChangeContext = {
  behaviorOf: (key: string) => Named | undefined
  before: { asOf: Date; version: number; stage: string }
  after: { asOf: Date; version: number; stage: string }
  /** Of the earlier score; the later one's is the same unless it says otherwise. */
  reference: { before: { type: string; asOf: Date }; after: { type: string; asOf: Date } }
  /** Were other ids merged into the person in between? */
  merged: boolean
  timeZone: string
}

function doneOf({ behaviors }: ChangeStep, { behaviorOf }: ChangeContext): readonly Done[] {
  return behaviors
    .toSorted((a, b) => Math.abs(b.raw) - Math.abs(a.raw))
    .flatMap(({ key, events, days }) => {
      const behavior = behaviorOf(key)
      return behavior && events > 0 ? [{ behavior, events, days }] : []
    })
}

function shortList(list: readonly Done[]): string {
  const named = listInWords(list.slice(0, MOST_NAMED))
  return list.length > MOST_NAMED ? `${named} and ${list.length - MOST_NAMED} more` : named
}

function correctionsInWords({ raw }: ChangeStep, list: readonly Done[], { merged }: ChangeContext): string {
  if (list.length > 0) return `${merged ? 'merged or came in late' : 'came in late'}: ${shortList(list)}`
  if (Math.abs(raw) < 1e-9) return 'none'
  return merged ? 'people were merged' : 'people were merged or events erased'
}

function referenceInWords({ reference, timeZone }: ChangeContext): string {
  const { before, after } = reference
  const day = (asOf: Date) => formatShortDay(asOf, timeZone)
  const same = before.type === after.type && before.asOf.getTime() === after.asOf.getTime()
  if (same) return `none: the reference is ${before.type === 'frozen' ? `frozen on ${day(before.asOf)}` : `that of ${day(before.asOf)}`}` // prettier-ignore
  return `the people of ${day(before.asOf)} → those of ${day(after.asOf)}`
}

/** The line below one cause of a change: what happened, in the words of the model. */
export function stepInWords(step: ChangeStep, context: ChangeContext): string {
  const { before, after } = context
  const list = doneOf(step, context)
  const inWords: Record<ChangeCause, () => string> = {
    corrections: () => correctionsInWords(step, list, context),
    'left-window': () => shortList(list) || 'nothing',
    ageing: () => {
      const days = stretchInWords((after.asOf.getTime() - before.asOf.getTime()) / DAY_MS)
      return list.length > 0 ? `${days} older: ${shortList(list)}` : 'nothing that fades'
    },
    'new-occurrences': () => shortList(list) || 'nothing',
    version: () =>
      before.version === after.version
        ? `v${after.version} on both dates`
        : `v${before.version} → v${after.version}`,
    stage: () =>
      before.stage === after.stage ? `${after.stage} on both dates` : `${before.stage} → ${after.stage}`,
    reference: () => referenceInWords(context),
  }
  return inWords[step.cause]()
}

/** One behavior on the two dates of a change. */
export type BehaviorHistory = {
  behavior: Named
  /** What it did to raw between the dates. */
  raw: number
  /** In the windows of the two dates. */
  before: { events: number; days: number }
  after: { events: number; days: number }
  /** Since the earlier date, and as long before it. */
  since: { events: number; days: number }
  previously: { events: number; days: number }
  /** Days from the newest one to the later date; null where none is known. */
  newestAge: number | null
}

/** What a line on a change is made of. */
export type ChangeFacts = {
  /** What did most: events, another stage, other people, another version, or what was not known before. */
  cause: 'events' | 'stage' | 'reference' | 'version' | 'corrections'
  up: boolean
  behaviors: readonly BehaviorHistory[]
  from: Date
  days: number
  stages: { before: string; after: string }
  versions: { before: number; after: number }
  timeZone: string
}

const started = (
  { behavior, since, previously }: BehaviorHistory,
  { from, days, timeZone }: ChangeFacts,
): string => {
  const did = `${doneInWords({ behavior, ...since })} since ${formatShortDay(from, timeZone)}`
  return previously.events === 0 ? `${did}, never in the ${stretchInWords(days)} before` : did
}

const stopped = ({ behavior, since, newestAge }: BehaviorHistory): string | null =>
  since.events > 0 || newestAge === null ? null : `${behavior.name}: none in ${stretchInWords(newestAge)}`

const compared = ({ behavior, before, after }: BehaviorHistory, first: boolean): string => {
  const name = first ? behavior.name : nameInside(behavior.name)
  const was = behavior.measure.type === 'days' ? before.days : before.events
  return `${name} ${after.events === 0 ? 'not once' : amount({ behavior, ...after })} (was ${formatNumber(was)})`
}

/** A second behavior is worth naming from this share of the first one's effect on. */
const WORTH_NAMING = 0.25

function eventsInWords(facts: ChangeFacts): string {
  const moved = facts.behaviors
    .filter(({ raw }) => (facts.up ? raw > 0 : raw < 0))
    .toSorted((a, b) => Math.abs(b.raw) - Math.abs(a.raw))
  const [main, second] = moved
  if (!main) return facts.up ? 'Did more' : 'Did less'
  const told =
    facts.up && main.since.events > 0 ? started(main, facts) : (stopped(main) ?? compared(main, true))
  const also = second && Math.abs(second.raw) >= WORTH_NAMING * Math.abs(main.raw) ? second : null
  return also ? `${told}; ${compared(also, false)}` : told
}

/**
 * The main reason of a change in a line: `Ran a report 23 times since 9 Feb, never in the four weeks before`;
 * `Ran a report: none in 24 days; opened the app on 2 days (was 19)`; `New → established: compared with other people`.
 */
export function reasonInWords(facts: ChangeFacts): string {
  const { cause, up, stages, versions } = facts
  switch (cause) {
    case 'events':
      return eventsInWords(facts)
    case 'stage':
      return stages.before === stages.after
        ? `Nearer to the next stage than to “${stages.after}”`
        : `Now ${stages.after}, was ${stages.before}: compared with other people`
    case 'reference':
      return up ? 'Others did less' : 'Others did more'
    case 'version':
      return `The model changed: v${versions.before} → v${versions.after}`
    case 'corrections':
      return up ? 'Events came in late, or people were merged' : 'Events were erased, or people separated'
  }
}

const stateWords: Record<string, string> = {
  scored: 'has a score',
  unknown: 'refuses consent',
  excluded: 'is excluded',
  'not-yet-seen': 'was not yet seen',
  dormant: 'is dormant',
  grace: 'is in the days of grace',
  'not-scored': 'was not known',
}

/** Where one of two points has no score: `Is dormant on the first date, has a score on the second`. */
export function stateChangeInWords(from: string, to: string): string {
  const first = stateWords[from] ?? from
  const on = `${first.charAt(0).toUpperCase()}${first.slice(1)} on the first date`
  return from === to
    ? `${on.replace('the first date', 'both dates')}`
    : `${on}, ${stateWords[to] ?? to} on the second`
}
