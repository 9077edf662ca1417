import fc from 'fast-check'
import { IANAZone } from 'luxon'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { DAY_MS, type Frame } from '@/lib/scoring/engagement/frame'
import type { Occurrence, PersonHistory } from '@/lib/scoring/engagement/person-history'
import { anyModel, anyProperties, anyTraits } from '@/lib/scoring/engagement/testing'
import { newestLocalMidnight } from './local-day'
import { storeEvents, storeIdentities, storeMerges, storeTraits } from './testing'

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
]
const kinds = ['track', 'track', 'page', 'screen', 'identify', 'action', 'outcome']
const activity = ['track', 'page', 'screen']
const names = ['login', 'report', 'invite', 'export', 'other']

/** When something happened: anywhere, or on or beside one of the edges that decide. */
const anyMoment = fc.oneof(
  { weight: 3, arbitrary: fc.record({ daysAgo: fc.double({ min: -8, max: 130, noNaN: true }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      edge: fc.constantFrom(
        'asOf' as const,
        'windowFrom' as const,
        'activeFrom' as const,
        'stage' as const,
        'midnight' as const,
      ),
      aside: fc.constantFrom(-1, 0, 1),
      nth: fc.nat(40),
    }),
  },
)

type Moment = typeof anyMoment extends fc.Arbitrary<infer One> ? One : never

/** Numbers of more digits than 64 bits hold, and texts that only look like them. */
const oddProperties = fc.constantFrom<Record<string, unknown>>(
  { price: 1e20, plan: 'pro' },
  { price: 12.5, seats: -92233720368547758080, plan: ':123456789012345678901,' },
  { price: 1e300, list: [1e20, -3e19, 'pro'] },
)

const anyEvent = fc.record({
  when: anyMoment,
  name: fc.constantFrom(...names),
  kind: fc.constantFrom(...kinds),
  properties: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Record<string, unknown>>({}) },
    { weight: 5, arbitrary: anyProperties },
    { weight: 1, arbitrary: oddProperties },
  ),
})

const anyIdentity = fc.record({
  kind: fc.constantFrom('user' as const, 'anon' as const, 'email' as const),
  domain: fc.constantFrom('staff.example', 'example.org', 'example.org'),
  traitEmail: fc.option(fc.constantFrom('A@Staff.example', 'b@example.org', 'b@example.org'), { freq: 2 }),
  createdDaysAgo: fc.option(fc.double({ min: -5, max: 200, noNaN: true }), { freq: 2 }),
  /** Set so many days ago: on the same day the value decides. */
  traits: fc.option(fc.record({ values: anyTraits, daysAgo: fc.nat(2) }), { freq: 2 }),
  events: fc.array(anyEvent, { maxLength: 10 }),
})

/** One person: the identities that were merged into the first, and one whose merge was taken back. */
const anyPerson = fc.record({
  identities: fc.oneof(
    { weight: 3, arbitrary: fc.array(anyIdentity, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(anyIdentity, { minLength: 2, maxLength: 3 }) },
  ),
  takenBack: fc.boolean(),
})

/** Enough for stages that are baselines of their own; some are doubles of others, so ties are frequent. */
const manyPeople = fc
  .array(fc.tuple(anyPerson, fc.integer({ min: 1, max: 10 })), { minLength: 25, maxLength: 35, size: 'max' })
  .map((drawn) => drawn.flatMap(([person, times]) => Array.from({ length: times }, () => person)))

/** So that most of them are scored, in stages that are blended. */
function blendable(model: EngagementDocument): EngagementDocument {
  const { population, lifecycle } = model
  return {
    ...model,
    population: {
      ...population,
      activeWithinDays: Math.max(60, population.activeWithinDays),
      graceDays: Math.min(3, population.graceDays),
      excludeEmailDomains: [],
      exclude: null,
    },
    lifecycle: {
      ownBaseline: true,
      stages: [
        { key: 'young', untilDay: 65 },
        { key: 'old', untilDay: null },
      ],
      blendDays: Math.max(30, lifecycle.blendDays),
    },
  }
}

const anySetting = { zone: fc.constantFrom(...zones), atMidnight: fc.boolean() }

/** A model with a population: mostly a few people, at times enough for stages that are baselines of their own. */
export const anyCase = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      model: anyModel,
      ...anySetting,
      merged: fc.constantFrom(true, false, false),
      people: fc.array(anyPerson, { maxLength: 12, size: 'max' }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      model: fc.oneof({ weight: 1, arbitrary: anyModel }, { weight: 4, arbitrary: anyModel.map(blendable) }),
      ...anySetting,
      merged: fc.constantFrom(true, false, false),
      people: manyPeople,
    }),
  },
)

export type Case = typeof anyCase extends fc.Arbitrary<infer One> ? One : never

function instantOf(when: Moment, model: EngagementDocument, frame: Frame, zone: string): number {
  if ('daysAgo' in when) return Math.round(frame.asOf - when.daysAgo * DAY_MS)
  const untilDays = model.lifecycle.stages.flatMap(({ untilDay }) => untilDay ?? [])
  const edges = {
    asOf: () => frame.asOf,
    windowFrom: () => frame.windowFrom,
    activeFrom: () => frame.activeFrom,
    stage: () => frame.asOf - (untilDays[when.nth % Math.max(1, untilDays.length)] ?? 0) * DAY_MS,
    midnight: () => newestLocalMidnight(new Date(frame.asOf - when.nth * DAY_MS), zone).getTime(),
  }
  return edges[when.edge]() + when.aside
}

const dayOf = (at: number, zone: string) =>
  Math.floor((at + IANAZone.create(zone).offset(at) * 60_000) / DAY_MS)

type Rows = {
  events: Parameters<typeof storeEvents>[0][number][]
  identities: Parameters<typeof storeIdentities>[0][number][]
  merges: Parameters<typeof storeMerges>[0][number][]
  traits: Parameters<typeof storeTraits>[0][number][]
}

/** What the core is given of one person, while identities are gathered. */
class Gathered {
  private readonly occurrences: Occurrence[] = []
  private readonly emails: string[] = []
  private readonly traits = new Map<string, { at: number; value: unknown }>()
  private createdAt: number | undefined

  constructor(private readonly id: string) {}

  did(occurrence: Occurrence) {
    this.occurrences.push(occurrence)
  }

  wrote(email: string) {
    this.emails.push(email)
  }

  created(at: number) {
    this.createdAt = Math.min(this.createdAt ?? Infinity, at)
  }

  /** The newest by (set at, value) stays. */
  has(key: string, at: number, value: unknown) {
    const known = this.traits.get(key)
    const isNewer = !known || at > known.at || (at === known.at && textOrder(value, known.value) > 0)
    if (isNewer) this.traits.set(key, { at, value })
  }

  get history(): PersonHistory {
    const { id, occurrences, emails, createdAt } = this
    const traits = Object.fromEntries([...this.traits].map(([key, { value }]) => [key, value]))
    return { id, occurrences, emails, createdAt, traits }
  }
}

const textOrder = (a: unknown, b: unknown) =>
  Buffer.compare(Buffer.from(JSON.stringify(a)), Buffer.from(JSON.stringify(b)))

/** The same people twice: as the warehouse stores them (see `storePopulations`) and as the core takes them. */
export function populate(
  { model, zone, merged, people }: Case,
  workspace: string,
  frame: Frame,
  hash: (identity: string) => bigint,
): Rows & { histories: readonly PersonHistory[] } {
  const rows: Rows = { events: [], identities: [], merges: [], traits: [] }
  const gathered = new Map<string, Gathered>()

  people.forEach((person, p) => {
    const named = person.identities.map(({ kind, domain, ...identity }, i) => {
      const names = { user: `user:u${p}-${i}`, anon: `anon:a${p}-${i}`, email: `email:p${p}-${i}@${domain}` }
      return { ...identity, email: kind === 'email' && `p${p}-${i}@${domain}`, identity: names[kind] }
    })
    const target = named[0]?.identity ?? ''
    named.forEach(({ identity, email, traitEmail, createdDaysAgo, traits, events }, i) => {
      const of = { workspace, identity }
      const joined = merged && i > 0 && !(person.takenBack && i === 1)
      if (merged && i > 0)
        rows.merges.push({ workspace, from: identity, to: target, at: new Date(frame.asOf - 5) })
      if (merged && i > 0 && !joined) rows.merges.push({ workspace, from: identity, to: identity })
      rows.identities.push(of)

      const id = String(hash(joined ? target : identity))
      const one = gathered.get(id) ?? new Gathered(id)
      gathered.set(id, one)
      events.forEach(({ when, name, kind, properties }, e) => {
        const at = instantOf(when, model, frame, zone)
        const eventId = `${p}-${i}-${e}`
        rows.events.push({ ...of, name, at, kind, eventId, properties })
        const isActivity = activity.includes(kind)
        one.did({ id: eventId, event: name, activity: isActivity, at, day: dayOf(at, zone), properties })
      })
      if (email) one.wrote(email)
      if (traitEmail !== null) {
        one.wrote(traitEmail)
        rows.traits.push({ ...of, key: 'email', value: traitEmail })
      }
      if (createdDaysAgo !== null) {
        const createdAt = Math.round(frame.asOf - createdDaysAgo * DAY_MS)
        one.created(createdAt)
        rows.traits.push({
          ...of,
          key: 'createdAt',
          value: i % 2 === 0 ? new Date(createdAt).toISOString() : createdAt,
        })
      }
      for (const [key, value] of Object.entries(traits?.values ?? {})) {
        const at = frame.asOf - (traits?.daysAgo ?? 0) * DAY_MS
        one.has(key, at, value)
        rows.traits.push({ ...of, key, value, at: new Date(at) })
      }
    })
  })
  return { ...rows, histories: [...gathered.values()].map(({ history }) => history) }
}

/** Puts populations into the warehouse: their half year of events in two inserts, so in over ten parts. */
export async function storePopulations(populations: readonly Rows[]): Promise<void> {
  await storeEvents(
    populations.flatMap(({ events }) => events),
    2,
  )
  await storeIdentities(populations.flatMap(({ identities }) => identities))
  await storeMerges(populations.flatMap(({ merges }) => merges))
  await storeTraits(populations.flatMap(({ traits }) => traits))
}
