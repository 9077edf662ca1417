import fc from 'fast-check'
import { DateTime } from 'luxon'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadHash64 } from '@/lib/ingest/hash64'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { DAY_MS, type Frame } from '@/lib/scoring/engagement/frame'
import type { PersonHistory } from '@/lib/scoring/engagement/person-history'
import type { PersonScore } from '@/lib/scoring/engagement/person-score'
import { summariseRun } from '@/lib/scoring/engagement/run-summary'
import { scorePopulation } from '@/lib/scoring/engagement/score-population'
import { AS_OF, anyModel } from '@/lib/scoring/engagement/testing'
import { startMerges, stopMerges } from '@/lib/warehouse/testing'
import { createModel, publishModel } from './operations'
import { frameAt } from './frame'
import { newestLocalMidnight } from './local-day'
import { findSnapshot, summaryOfSnapshot } from './snapshot-data'
import { scoreRun } from './score-run'
import { ask, newWorkspace, storeEvents, storeIdentities, storeMerges, storeTraits } from './testing'

const CASES = 64
const seed = Number(process.env.PARITY_SEED ?? Date.now() % 2 ** 31)

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
]
const kinds = ['track', 'track', 'page', 'screen', 'identify', 'action', 'outcome']
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

const anyIdentity = fc.record({
  kind: fc.constantFrom('user' as const, 'anon' as const, 'email' as const),
  domain: fc.constantFrom('staff.example', 'example.org'),
  traitEmail: fc.option(fc.constantFrom('A@Staff.example', 'b@example.org'), { freq: 4 }),
  createdDaysAgo: fc.option(fc.double({ min: -5, max: 200, noNaN: true }), { freq: 3 }),
  events: fc.array(
    fc.record({ when: anyMoment, name: fc.constantFrom(...names), kind: fc.constantFrom(...kinds) }),
    {
      maxLength: 10,
    },
  ),
})

/** One person: the identities that were merged into the first, and one whose merge was taken back. */
const anyPerson = fc.record({
  identities: fc.array(anyIdentity, { minLength: 1, maxLength: 3 }),
  takenBack: fc.boolean(),
})

const anyCase = fc.record({
  model: anyModel,
  zone: fc.constantFrom(...zones),
  atMidnight: fc.boolean(),
  merged: fc.boolean(),
  people: fc.array(anyPerson, { maxLength: 110, size: 'max' }),
})

type Case = typeof anyCase extends fc.Arbitrary<infer One> ? One : never
type Moment = Case['people'][number]['identities'][number]['events'][number]['when']

function instantOf(when: Moment, model: EngagementDocument, frame: Frame, zone: string): number {
  if ('daysAgo' in when) return Math.round(frame.asOf - when.daysAgo * DAY_MS)
  const untilDays = model.lifecycle.stages.flatMap(({ untilDay }) => untilDay ?? [])
  const edges = {
    asOf: frame.asOf,
    windowFrom: frame.windowFrom,
    activeFrom: frame.activeFrom,
    stage: frame.asOf - (untilDays[when.nth % Math.max(1, untilDays.length)] ?? 0) * DAY_MS,
    midnight: newestLocalMidnight(new Date(frame.asOf - when.nth * DAY_MS), zone).getTime(),
  }
  return edges[when.edge] + when.aside
}

const dayOf = (at: number, zone: string) => {
  const local = DateTime.fromMillis(at, { zone })
  return local.year * 1000 + local.ordinal
}

/** The same people twice: as the warehouse stores them and as the core takes them. */
function populate(
  { model, zone, merged, people }: Case,
  workspace: string,
  frame: Frame,
  hash: (identity: string) => bigint,
) {
  const events: Parameters<typeof storeEvents>[0][number][] = []
  const identities: Parameters<typeof storeIdentities>[0][number][] = []
  const merges: Parameters<typeof storeMerges>[0][number][] = []
  const traits: Parameters<typeof storeTraits>[0][number][] = []
  const histories = new Map<string, PersonHistory & { occurrences: object[]; emails: string[] }>()

  people.forEach((person, p) => {
    const named = person.identities.map(({ kind, domain, ...identity }, i) => {
      const names = { user: `user:u${p}-${i}`, anon: `anon:a${p}-${i}`, email: `email:p${p}-${i}@${domain}` }
      return { ...identity, email: kind === 'email' && `p${p}-${i}@${domain}`, identity: names[kind] }
    })
    const target = named[0]?.identity ?? ''
    named.forEach(({ identity, email, traitEmail, createdDaysAgo, events: done }, i) => {
      const of = { workspace, identity }
      const joined = merged && i > 0 && !(person.takenBack && i === 1)
      if (merged && i > 0)
        merges.push({ workspace, from: identity, to: target, at: new Date(frame.asOf - 5) })
      if (merged && i > 0 && !joined) merges.push({ workspace, from: identity, to: identity })
      identities.push(of)

      const id = String(hash(joined ? target : identity))
      const history = histories.get(id) ?? { id, occurrences: [], emails: [] }
      histories.set(id, history)
      for (const { when, name, kind } of done) {
        const at = instantOf(when, model, frame, zone)
        events.push({ ...of, name, at, kind })
        const activity = ['track', 'page', 'screen'].includes(kind)
        history.occurrences.push({ event: name, activity, at, day: dayOf(at, zone) })
      }
      if (email) history.emails.push(email)
      if (traitEmail !== null) {
        history.emails.push(traitEmail)
        traits.push({ ...of, key: 'email', value: traitEmail })
      }
      if (createdDaysAgo !== null) {
        const createdAt = Math.round(frame.asOf - createdDaysAgo * DAY_MS)
        history.createdAt = Math.min(history.createdAt ?? Infinity, createdAt)
        traits.push({
          ...of,
          key: 'createdAt',
          value: i % 2 === 0 ? new Date(createdAt).toISOString() : createdAt,
        })
      }
    })
  })
  return { events, identities, merges, traits, histories: [...histories.values()] }
}

/** Makes the workspace and the published model of a case; nothing is in the warehouse yet. */
async function prepare(one: Case, index: number, hash: (identity: string) => bigint) {
  const { model, zone } = one
  const asOf = one.atMidnight ? newestLocalMidnight(new Date(AS_OF), zone) : new Date(AS_OF - index * 997)
  const frame = frameAt(model, asOf, zone)
  const { id, contextOf } = await newWorkspace({ timeZone: zone })
  const made = await createModel(contextOf(), { document: JSON.parse(JSON.stringify(model)) })
  const { runId } = await publishModel(contextOf('editor', asOf), { id: made.id })
  const where = `case ${index} of seed ${seed}`
  return { where, model, frame, asOf, modelId: made.id, runId, ...populate(one, id, frame, hash) }
}

type Prepared = Awaited<ReturnType<typeof prepare>>

async function expectSameSummary({ where, model, modelId, asOf }: Prepared, scores: readonly PersonScore[]) {
  const snapshot = await findSnapshot(modelId, { asOf })
  if (!snapshot) throw new Error(`${where}: no snapshot`)
  const { medianRaw, zeroShare, ...counts } = summaryOfSnapshot(snapshot)
  const { medianRaw: median, zeroShare: share, ...expected } = summariseRun(scores, model)
  expect(counts, where).toEqual(expected)
  expect(medianRaw ?? -1, where).toBeCloseTo(median ?? -1, 9)
  expect(zeroShare ?? -1, where).toBeCloseTo(share ?? -1, 12)
}

type Stored = { person_id: string; raw: number | null; score: number | null; tenure_days: number }

function expectSameScore(row: Stored | undefined, person: PersonScore, who: string) {
  expect(row, who).toMatchObject({
    state: person.state,
    tier: person.tier ?? '',
    stage: person.stage ?? '',
    counts: person.counts ?? [],
    below: person.below ?? 0,
    equal: person.equal ?? 0,
    baseline: person.n ?? 0,
  })
  expect([row?.raw === null, row?.score === null], who).toEqual([person.raw === null, person.score === null])
  expect(row?.raw ?? 0, who).toBeCloseTo(person.raw ?? 0, 9)
  expect(row?.score ?? 0, who).toBeCloseTo(person.score ?? 0, 9)
  expect(row?.tenure_days, who).toBeCloseTo(person.tenureDays ?? 0, 9)
}

beforeAll(() => stopMerges('events'))
afterAll(() => startMerges('events'))

test(
  `the warehouse scores as the pure core does (${CASES} random models and histories, seed ${seed})`,
  { timeout: 300_000 },
  async () => {
    const hash = await loadHash64()
    const prepared: Prepared[] = []
    for (const [index, one] of fc.sample(anyCase, { numRuns: CASES, seed }).entries()) {
      prepared.push(await prepare(one, index, hash))
    }
    await storeEvents(
      prepared.flatMap(({ events }) => events),
      10,
    )
    await storeIdentities(prepared.flatMap(({ identities }) => identities))
    await storeMerges(prepared.flatMap(({ merges }) => merges))
    await storeTraits(prepared.flatMap(({ traits }) => traits))

    const seen = new Set<string>()
    for (const one of prepared) {
      await scoreRun({ runId: one.runId })
      const scores = scorePopulation(one.histories, one.model, one.frame)
      await expectSameSummary(one, scores)
      const rows = await ask<Stored>('SELECT * FROM scores WHERE run_id = {run:UUID}', { run: one.runId })
      const stored = new Map(rows.map((row) => [row.person_id, row]))
      expect(rows.length, one.where).toBe(scores.length)
      for (const person of scores) {
        expectSameScore(stored.get(person.id), person, `${one.where}, person ${person.id}`)
        seen.add(person.state).add(`tier ${person.tier}`).add(`stages ${person.baseline?.length}`)
      }
    }
    const wanted = [
      'scored',
      'excluded',
      'not-yet-seen',
      'dormant',
      'tier t0',
      'tier t2',
      'stages 1',
      'stages 2',
    ]
    expect([...seen]).toEqual(expect.arrayContaining(wanted))
  },
)
