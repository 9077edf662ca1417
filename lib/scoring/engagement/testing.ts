import fc from 'fast-check'
import {
  type EngagementDocument,
  type EngagementDocumentInput,
  parseEngagementDocument,
  type ZerosRule,
} from './document'
import { DAY_MS, type Frame } from './frame'
import type { Occurrence, PersonHistory } from './person-history'

/** Midnight UTC, so that a window of whole days begins at a midnight too. */
export const AS_OF = Date.UTC(2026, 4, 1)

/** The frame of a model in a workspace whose zone is UTC. */
export function frameOf(model: EngagementDocument, asOf: number = AS_OF): Frame {
  return {
    asOf,
    windowFrom: asOf - model.window.days * DAY_MS,
    activeFrom: asOf - model.population.activeWithinDays * DAY_MS,
  }
}

/** A model of a few behaviors, all else by default; throws where the grammar refuses it. */
export function modelOf(
  behaviors: readonly (Partial<EngagementDocumentInput['behaviors'][number]> & { event?: string })[],
  rest: Partial<EngagementDocumentInput> = {},
): EngagementDocument {
  const written = behaviors.map(({ event = 'login', ...behavior }, j) => ({
    key: `b${j}`,
    match: { events: [event] },
    weight: 1,
    ...behavior,
  }))
  const parsed = parseEngagementDocument({ kind: 'engagement', name: 'Test', ...rest, behaviors: written })
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.document
}

/** An event `daysAgo` before `AS_OF`, on its day of UTC. */
export function occurrence(event: string, daysAgo: number, activity = true): Occurrence {
  const at = AS_OF - daysAgo * DAY_MS
  return { event, activity, at, day: Math.floor(at / DAY_MS) }
}

/** Somebody of a given tenure who did one event a number of times yesterday. */
export function personWith(id: string, event: string, times: number, tenure = 60): PersonHistory {
  const yesterday = Array.from({ length: times }, () => occurrence(event, 1))
  return { id, occurrences: [occurrence('first visit', tenure), ...yesterday] }
}

/** True once in so many draws. */
function oneIn(number: number) {
  return fc.integer({ min: 0, max: number - 1 }).map((drawn) => drawn === number - 1)
}

const events = ['login', 'report', 'invite', 'export']
const eventName = fc.constantFrom(...events)
const matchedName = fc.constantFrom(...events, '*')
const weight = fc.oneof(fc.constantFrom(1, 3, 5, 0), fc.double({ min: -4, max: 8, noNaN: true }))

const anyBehavior = fc.record({
  match: fc.record({ events: fc.uniqueArray(matchedName, { minLength: 1, maxLength: 3 }) }),
  measure: fc.record({ type: fc.constantFrom('count' as const, 'days' as const, 'once' as const) }),
  cap: fc.option(fc.double({ min: 0.5, max: 6, noNaN: true })),
  enabled: fc.boolean(),
  weight,
})

const anyTiers = fc
  .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 4 })
  .map((tenths) => [0, ...tenths.sort((a, b) => a - b)].map((from, t) => ({ key: `t${t}`, from: from / 10 })))

const anyStages = fc
  .uniqueArray(fc.integer({ min: 10, max: 110 }), { maxLength: 3 })
  .map((ends) => ends.sort((a, b) => a - b))
  .map((ends) => [...ends.map((untilDay, s) => ({ key: `s${s}`, untilDay })), { key: 'last' }])

/** Any model that is understood. */
export const anyModel: fc.Arbitrary<EngagementDocument> = fc
  .record({
    behaviors: fc.array(anyBehavior, { minLength: 1, maxLength: 6 }),
    windowDays: fc.integer({ min: 1, max: 60 }),
    activeWithinDays: fc.integer({ min: 1, max: 120 }),
    zeros: fc.constantFrom<ZerosRule>('bottom', 'midrank', 'active-only'),
    ownBaseline: oneIn(4).map((rare) => !rare),
    stages: anyStages,
    tiers: anyTiers,
  })
  .map(({ behaviors, windowDays, activeWithinDays, zeros, ownBaseline, stages, tiers }) =>
    modelOf(behaviors, {
      window: { days: windowDays },
      population: { activeWithinDays, excludeEmailDomains: ['staff.example'] },
      normalisation: { zeros },
      lifecycle: { ownBaseline, stages },
      tiers,
    }),
  )

/** Instants since a number of days before `AS_OF` and up to five after, midnights more often than by chance. */
function anyInstant(sinceDays: number) {
  return fc
    .oneof(
      fc.integer({ min: -sinceDays, max: 5 }).map((days) => days * DAY_MS),
      fc.integer({ min: -sinceDays * DAY_MS, max: 5 * DAY_MS }),
    )
    .map((sinceAsOf) => AS_OF + sinceAsOf)
}

function anyOccurrence(sinceDays: number): fc.Arbitrary<Occurrence> {
  return fc
    .record({ event: eventName, activity: oneIn(10).map((rare) => !rare), at: anyInstant(sinceDays) })
    .map((one) => ({ ...one, day: Math.floor(one.at / DAY_MS) }))
}

const anyHistory = fc.integer({ min: 1, max: 130 }).chain((sinceDays) =>
  fc.record({
    occurrences: fc.array(anyOccurrence(sinceDays), { maxLength: 10 }),
    createdAt: fc.option(anyInstant(130), { nil: undefined, freq: 1 }),
    emails: oneIn(12).map((staff) => [staff ? 'a@staff.example' : 'b@example.org']),
    consentRefused: oneIn(20),
  }),
)

/**
 * Any population: a few people, or up to 180, enough for stages that are baselines of their own. Some people are
 * doubles of others, so ties are frequent.
 */
export const anyPeople: fc.Arbitrary<PersonHistory[]> = fc
  .oneof(
    fc.array(fc.tuple(anyHistory, fc.constant(1)), { maxLength: 8, size: 'max' }),
    fc.array(fc.tuple(anyHistory, fc.integer({ min: 1, max: 8 })), {
      minLength: 20,
      maxLength: 30,
      size: 'max',
    }),
  )
  .map((drawn) => drawn.flatMap(([history, times]) => Array.from({ length: times }, () => history)))
  .map((histories) => histories.map((history, index) => ({ id: `p${index}`, ...history })))
