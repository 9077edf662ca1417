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

type WrittenBehavior = EngagementDocumentInput['behaviors'][number]

/** A model of a few behaviors, all else by default; throws where the grammar refuses it. */
export function modelOf(
  behaviors: readonly (Partial<WrittenBehavior> & { event?: string })[],
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

let made = 0

/** An event `daysAgo` before `AS_OF`, on its day of UTC, with an id of its own. */
export function occurrence(
  event: string,
  daysAgo: number,
  activity = true,
  properties?: Readonly<Record<string, unknown>>,
): Occurrence {
  const at = AS_OF - daysAgo * DAY_MS
  return { id: `e${made++}`, event, activity, at, day: Math.floor(at / DAY_MS), properties }
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

/** An amount: mostly of the round ones, which make edges and ties. */
function anyAmount(round: readonly number[], { min, max }: { min: number; max: number }) {
  return fc.oneof(fc.constantFrom(...round), fc.double({ min, max, noNaN: true }))
}

const texts = ['pro', 'free', 'Pro plan', '3', 'true', '', 'größer 😀']
const numbers = [0, 1, 2.5, 3, -4, 40]
const propertyNames = ['plan', 'seats', 'trial', 'it’s "odd".name']

const anyScalar = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<string | number | boolean>(...texts) },
  { weight: 3, arbitrary: fc.constantFrom<string | number | boolean>(...numbers) },
  { weight: 2, arbitrary: fc.boolean() },
)

/** What is sent with an event or said of a person: a few names with everything that JSON may hold, or without. */
export const anyProperties: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    values: fc.dictionary(
      fc.constantFrom(...propertyNames),
      fc.oneof(
        { weight: 8, arbitrary: anyScalar },
        { weight: 1, arbitrary: fc.constantFrom<unknown>(null, ['pro'], { plan: 'pro' }, []) },
      ),
      { maxKeys: 4 },
    ),
    price: fc.option(anyAmount([0, 5, 9.99, -12, 100], { min: -50, max: 200 })),
  })
  .map(({ values, price }) => (price === null ? values : { ...values, price }))

/** Traits of a person, `consent` among them at times. */
export const anyTraits: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    values: anyProperties,
    consent: fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<unknown>(false, true, ' Denied ', 'no', 'yes', 'REFUSED', 0, null),
      },
    ),
  })
  .map(({ values, consent }) => (consent === undefined ? values : { ...values, consent }))

const property = fc.constantFrom(...propertyNames, 'price', 'constructor')

const anyCondition = fc.oneof(
  fc.record({ property, op: fc.constantFrom('eq' as const, 'ne' as const), value: anyScalar }),
  fc.record({
    property,
    op: fc.constantFrom('lt' as const, 'lte' as const, 'gt' as const, 'gte' as const),
    value: fc.constantFrom(...numbers),
  }),
  fc.record({
    property,
    op: fc.constant('contains' as const),
    value: fc.constantFrom('p', 'pro', '3', 'r 😀'),
  }),
  fc.record({ property, op: fc.constant('exists' as const) }),
)

const join = fc.constantFrom('all' as const, 'any' as const)
const events = ['login', 'report', 'invite', 'export']
const eventName = fc.constantFrom(...events)
const matchedName = fc.constantFrom(...events, '*')

const anyMatch = fc.oneof(
  fc.record({ events: fc.uniqueArray(matchedName, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    any: fc.array(fc.record({ event: matchedName, where: fc.array(anyCondition, { maxLength: 3 }), join }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
)

const anyMeasure = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('count' as const, 'days' as const, 'once' as const, 'first' as const) }) }, // prettier-ignore
  { weight: 1, arbitrary: fc.record({ type: fc.constant('sum' as const), property }) },
  { weight: 1, arbitrary: fc.constant({ type: 'sum' as const, property: 'price' }) },
)

const anyKernel = fc.oneof(
  fc.constant({ type: 'none' as const }),
  fc.record({
    type: fc.constantFrom('half-life' as const, 'linear' as const, 'step' as const),
    days: anyAmount([1, 7, 30], { min: 0.1, max: 40 }),
  }),
  fc.record({ type: fc.constant('power' as const), gravity: anyAmount([0, 1, 2], { min: 0, max: 3 }) }),
)

const anyCurve = fc.oneof(
  fc.record({ type: fc.constantFrom('linear' as const, 'log' as const, 'sqrt' as const) }),
  fc.record({ type: fc.constant('saturating' as const), k: anyAmount([1, 5], { min: 0.1, max: 20 }) }),
)

const anyBehavior = fc.record({
  match: anyMatch,
  measure: anyMeasure,
  kernel: anyKernel,
  cap: fc.option(fc.double({ min: 0.5, max: 6, noNaN: true })),
  curve: anyCurve,
  enabled: oneIn(4).map((rare) => !rare),
  weight: anyAmount([1, 3, 5, 0], { min: -4, max: 8 }),
  value: fc.integer({ min: 1, max: 5 }),
})

const anyTiers = fc
  .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 4 })
  .map((tenths) => [0, ...tenths.sort((a, b) => a - b)].map((from, t) => ({ key: `t${t}`, from: from / 10 })))

const anyStages = fc
  .uniqueArray(fc.integer({ min: 10, max: 110 }), { maxLength: 3 })
  .map((ends) => ends.sort((a, b) => a - b))
  .map((ends) => [...ends.map((untilDay, s) => ({ key: `s${s}`, untilDay })), { key: 'last' }])

const anyLifecycle = fc.record({
  ownBaseline: oneIn(4).map((rare) => !rare),
  stages: anyStages,
  blendDays: anyAmount([0, 7, 20, 400], { min: 0, max: 30 }),
})

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)

/** Rolling, or frozen at a day before `AS_OF`, which in UTC begins at `Date.parse` of it. */
const anyReference = fc.oneof(
  fc.constant({ type: 'rolling' as const }),
  fc
    .integer({ min: 1, max: 40 })
    .map((days) => ({ type: 'frozen' as const, asOf: isoDay(AS_OF - days * DAY_MS) })),
)

const anyNormalisation = fc.record({
  method: fc.constantFrom(
    'percentile' as const,
    'percentile' as const,
    'min-max' as const,
    'log-min-max' as const,
  ),
  zeros: fc.constantFrom<ZerosRule>('bottom', 'midrank', 'active-only'),
  winsor: anyAmount([0.99, 0.5, 1], { min: 0.05, max: 1 }),
  reference: anyReference,
})

const anyPopulation = fc.record({
  activeWithinDays: fc.integer({ min: 1, max: 120 }),
  excludeEmailDomains: fc.constant<string[]>(['staff.example']),
  exclude: fc.option(fc.oneof(anyCondition, fc.record({ where: fc.array(anyCondition, { minLength: 1, maxLength: 3 }), join })), { freq: 2 }), // prettier-ignore
  graceDays: anyAmount([0, 0, 0, 3, 10], { min: 0, max: 10 }),
})

/** Any model there is: every part of the grammar takes every form. */
export const anyModel: fc.Arbitrary<EngagementDocument> = fc
  .record({
    behaviors: fc.array(anyBehavior, { minLength: 1, maxLength: 6 }),
    mode: fc.constantFrom('manual' as const, 'manual' as const, 'logistic' as const, 'rfm' as const),
    windowDays: fc.integer({ min: 1, max: 60 }),
    population: anyPopulation,
    normalisation: anyNormalisation,
    lifecycle: anyLifecycle,
    tiers: anyTiers,
  })
  .map(({ behaviors, mode, windowDays, ...rest }) =>
    modelOf(behaviors, { window: { days: windowDays }, weighting: { mode }, ...rest }),
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

function anyOccurrence(sinceDays: number): fc.Arbitrary<Omit<Occurrence, 'id'>> {
  return fc
    .record({
      event: eventName,
      activity: oneIn(10).map((rare) => !rare),
      at: anyInstant(sinceDays),
      properties: fc.option(anyProperties, { nil: undefined, freq: 3 }),
    })
    .map((one) => ({ ...one, day: Math.floor(one.at / DAY_MS) }))
}

const anyHistory = fc.integer({ min: 1, max: 130 }).chain((sinceDays) =>
  fc.record({
    occurrences: fc.array(anyOccurrence(sinceDays), { maxLength: 10 }),
    createdAt: fc.option(anyInstant(130), { nil: undefined, freq: 2 }),
    emails: oneIn(12).map((staff) => [staff ? 'a@staff.example' : 'b@example.org']),
    traits: fc.option(anyTraits, { nil: undefined, freq: 2 }),
  }),
)

/**
 * Any population: a few people, or up to 240, enough for stages that are baselines of their own. Some people are
 * doubles of others, so ties are frequent. Ids of events differ everywhere, as in a workspace; instants are whole
 * milliseconds, properties and traits what JSON holds, so the same population can be stored.
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
  .map((histories) =>
    histories.map(({ occurrences, ...history }, p) => ({
      id: `p${p}`,
      ...history,
      occurrences: occurrences.map((one, e) => ({ id: `p${p}-e${(e * 7) % 11}`, ...one })),
    })),
  )
