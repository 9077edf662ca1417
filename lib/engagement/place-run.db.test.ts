import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type StageBaseline, baselinesOf } from '@/lib/scoring/engagement/baselines'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { Measured } from '@/lib/scoring/engagement/measure-person'
import { placePerson, unplaced } from '@/lib/scoring/engagement/place-person'
import { rankKey } from '@/lib/scoring/engagement/rank-key'
import { baselinesFromReference } from '@/lib/scoring/engagement/reference'
import { summariseRun } from '@/lib/scoring/engagement/run-summary'
import { stageAt } from '@/lib/scoring/engagement/stage'
import { AS_OF, anyModel, modelOf } from '@/lib/scoring/engagement/testing'
import { warehouse } from '@/lib/warehouse/client'
import { placeRun } from './place-run'
import { MOST_KEYS, frozenBaselines, rollingBaselines } from './sql/person-places'
import { storeCounted } from './store-reference'
import { ask } from './testing'

const CASES = 40
const seed = Number(process.env.PARITY_SEED ?? Date.now() % 2 ** 31)
const tagged = { lane: 'jobs', tag: 'test' } as const

/** Somebody who was counted: a raw score and a tenure decide all that follows. */
type Person = { raw: number; tenure: number; state?: 'scored' | 'dormant' }

async function count(
  workspace: string,
  run: string,
  document: EngagementDocument,
  people: readonly Person[],
) {
  await warehouse().insert({
    table: 'run_counts',
    format: 'JSONEachRow',
    values: people.map(({ raw, tenure, state = 'scored' }, id) => ({
      workspace_id: workspace,
      run_id: run,
      person_id: id,
      state,
      stage: stageAt(tenure, document.lifecycle.stages),
      tenure_days: tenure,
      raw,
      rank_key: rankKey(raw),
      counts: [raw],
      matched: 2,
      last_matched: new Date(AS_OF - 1).toISOString(),
      monetary: raw,
    })),
  })
}

type Row = {
  person_id: string
  state: string
  raw: number | null
  score: number | null
  tier: string
  stage: string
  below: number
  equal: number
  baseline: number
  counts: number[]
  other_score: number | null
  other_tier: string
  matched: number
  monetary: number
}

/** Counts, stores the reference and places; answers rows by person and the summary. */
async function placed(document: EngagementDocument, people: readonly Person[], past: readonly Person[]) {
  const [workspace, run, version, counted] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const asOf = new Date(AS_OF)
  await count(workspace, run, document, people)
  await count(workspace, counted, document, past)
  const reference = await storeCounted({ workspace, version }, document, { run: counted, asOf }, tagged)
  const summary = await placeRun({ workspace, run, version, asOf }, document, reference, tagged)
  const rows = await ask<Row>('SELECT * FROM scores WHERE run_id = {run:UUID} ORDER BY person_id', { run })
  return { workspace, run, version, reference, summary, rows }
}

type PlacedRun = Awaited<ReturnType<typeof placed>>

const keysOf = (document: EngagementDocument, people: readonly Person[]) =>
  people
    .filter(({ state = 'scored' }) => state === 'scored')
    .map(({ raw, tenure }) => ({ stage: stageAt(tenure, document.lifecycle.stages), key: rankKey(raw) }))

const frozenOf = (document: EngagementDocument, past: readonly Person[]) =>
  baselinesFromReference(
    keysOf(document, past).map((one) => ({ ...one, people: 1 })),
    document,
  )

describe('by hand', () => {
  const lifecycle = {
    stages: [{ key: 'new', untilDay: 30 }, { key: 'old' }],
    blendDays: 0,
    ownBaseline: false,
  }
  const scores = (rows: readonly Row[]) => rows.map(({ score, other_score }) => [score, other_score])
  const people = [0, 1, 1, 4].map((raw) => ({ raw, tenure: 60 }))
  const past = [0, 0, 1, 2, 8].map((raw) => ({ raw, tenure: 60 }))

  test('a rolling score is a place among the people of now, the other one among those of then', async () => {
    const { rows, summary } = await placed(modelOf([{}], { lifecycle }), people, past)
    expect(scores(rows)).toEqual([
      [0, 0],
      [50, 50],
      [50, 50],
      [87.5, 80],
    ])
    expect(rows.map(({ below, equal, baseline }) => [below, equal, baseline])).toEqual([
      [0, 1, 4],
      [1, 2, 4],
      [1, 2, 4],
      [3, 1, 4],
    ])
    expect(rows[3]).toMatchObject({
      tier: 'power',
      other_tier: 'power',
      matched: 2,
      monetary: 4,
      counts: [4],
    })
    expect(summary).toMatchObject({ n: 4, zeros: 1, medianRaw: 1, other: { zeros: 1 } })
  })

  test('a frozen score is a place among the people of then, and hi is theirs', async () => {
    const reference = { type: 'frozen' as const, asOf: '2026-01-01' }
    const minMax = { method: 'min-max' as const, winsor: 0.8, reference }
    const { rows } = await placed(modelOf([{}], { lifecycle, normalisation: minMax }), people, past)
    expect(scores(rows)).toEqual([
      [0, 0],
      [50, 25],
      [50, 25],
      [100, 100],
    ])
    expect(rows[3]).toMatchObject({ below: 4, equal: 0, baseline: 5 })
  })

  test('near a boundary both stages have a say, by how far over it somebody is', async () => {
    const stages = { ...lifecycle, blendDays: 7, ownBaseline: true }
    const young = Array.from({ length: 40 }, (_, n) => ({ raw: n + 1, tenure: 10 }))
    const old = Array.from({ length: 40 }, (_, n) => ({ raw: n + 21, tenure: 90 }))
    const between = { raw: 30.5, tenure: 28.25 }
    const { rows } = await placed(modelOf([{}], { lifecycle: stages }), [...young, ...old, between], [])
    const [ofYoung, ofOld] = [(100 * (30 + 0.5)) / 41, (100 * 10) / 40]
    expect(rows[80]?.score).toBeCloseTo(0.75 * ofYoung + 0.25 * ofOld, 9)
    expect(rows[80]).toMatchObject({ stage: 'new', below: 30, equal: 1, baseline: 41 })
    expect(rows[80]).toMatchObject({ other_score: null, other_tier: '' })
  })

  test('where there is nobody to compare with, somebody positive is above them all', async () => {
    const activeOnly = { lifecycle, normalisation: { zeros: 'active-only' as const } }
    const { rows } = await placed(modelOf([{}], activeOnly), people, [{ raw: 0, tenure: 60 }])
    expect(scores(rows)).toEqual([
      [0, 0],
      [100 / 3, 100],
      [100 / 3, 100],
      [(100 * 2.5) / 3, 100],
    ])
  })
})

const anyPopulation = (most: number) =>
  fc.array(
    fc.record({
      raw: fc.oneof(fc.constantFrom(0, 0, 1, 2, 0.3, -1), fc.double({ min: -2, max: 50, noNaN: true })),
      tenure: fc.oneof(
        fc.double({ min: 0, max: 130, noNaN: true }),
        fc.integer({ min: 0, max: 260 }).map((halves) => halves / 2),
      ),
      state: fc.constantFrom('scored' as const, 'scored' as const, 'scored' as const, 'dormant' as const),
    }),
    { maxLength: most, size: 'max' },
  )

const anyCase = fc.record({ model: anyModel, people: anyPopulation(200), past: anyPopulation(200) })

function expected(model: EngagementDocument, people: readonly Person[], frozen: readonly StageBaseline[]) {
  const rolling = baselinesOf(keysOf(model, people), model)
  const isFrozen = model.normalisation.reference.type === 'frozen'
  return people.map(({ raw, tenure, state = 'scored' }, id) => {
    const stage = stageAt(tenure, model.lifecycle.stages)
    const one: Pick<Measured, 'tenure' | 'stage' | 'key'> = { tenure, stage, key: rankKey(raw) }
    const now = state === 'scored' ? placePerson(one, rolling, model) : unplaced
    const then = state === 'scored' ? placePerson(one, frozen, model) : unplaced
    const [own, other] = isFrozen ? [then, now] : [now, then]
    const key = model.lifecycle.stages[stage]?.key ?? null
    return { id, state, raw, rankKey: one.key, stage: state === 'scored' ? key : null, own, other }
  })
}

test(
  `placing agrees with the pure core, under both references (${CASES} random populations, seed ${seed})`,
  { timeout: 300_000 },
  async () => {
    const seen = new Set<string>()
    for (const [index, { model, people, past }] of fc.sample(anyCase, { numRuns: CASES, seed }).entries()) {
      const where = `case ${index} of seed ${seed}`
      const isFrozen = model.normalisation.reference.type === 'frozen'
      const somebody: Person = { raw: 3, tenure: 50 }
      const then = isFrozen ? [somebody, ...past] : past
      const frozen = frozenOf(model, then)
      const { rows, summary, ...of } = await placed(model, people, then)
      const wanted = expected(model, people, frozen)
      expect(rows.length, where).toBe(people.length)
      for (const { id, own, other, stage } of wanted) {
        const row = rows[id]
        const who = `${where}, person ${id}`
        expect(row, who).toMatchObject({
          tier: own.tier ?? '',
          other_tier: other.tier ?? '',
          stage: stage ?? '',
          below: own.below ?? 0,
          equal: own.equal ?? 0,
          baseline: own.n ?? 0,
        })
        expect([row?.score === null, row?.other_score === null], who).toEqual([
          own.score === null,
          other.score === null,
        ])
        expect(row?.score ?? 0, who).toBeCloseTo(own.score ?? 0, 9)
        expect(row?.other_score ?? 0, who).toBeCloseTo(other.score ?? 0, 9)
        if (own.blend) seen.add(`blend ${model.normalisation.method}`)
        seen.add(`${model.normalisation.method} ${model.normalisation.reference.type}`)
        seen.add(`zeros ${model.normalisation.zeros}`)
      }

      const pure = summariseRun(
        wanted.map(({ own, other, ...one }) => ({
          ...one,
          score: own.score,
          tier: own.tier,
          otherScore: other.score,
          otherTier: other.tier,
        })),
        model,
        frozen,
      )
      const { medianRaw, zeroShare, ...counts } = summary
      const { medianRaw: median, zeroShare: share, ...pureCounts } = pure
      expect(counts, where).toEqual(pureCounts)
      expect([medianRaw ?? -1, zeroShare ?? -1], where).toEqual([
        expect.closeTo(median ?? -1, 9),
        expect.closeTo(share ?? -1, 12),
      ])
      await expectSparse(
        model,
        of,
        summary,
        [keysOf(model, people), baselinesOf(keysOf(model, people), model)],
        frozen,
      )
    }
    // What every seed draws; which method or zeros rule meets which reference is left to chance.
    const met = [...seen].join('; ')
    for (const wanted of [/rolling/, /frozen/, /blend/, /zeros/]) expect(met).toMatch(wanted)
  },
)

/** The baselines that a person's page reads give the places of its keys, and hi. */
async function expectSparse(
  document: EngagementDocument,
  { workspace, run, version, reference }: Omit<PlacedRun, 'rows' | 'summary'>,
  summary: PlacedRun['summary'],
  [members, rolling]: [readonly { key: number }[], readonly StageBaseline[]],
  frozen: readonly StageBaseline[],
) {
  const keys = [...new Set([rankKey(-3), rankKey(1.5), ...members.map(({ key }) => key)])].slice(0, MOST_KEYS)
  const of = { workspace, document, keys }
  const found = [
    await rollingBaselines({ ...of, run, highest: summary.stages.map(({ highest }) => highest) }),
    await frozenBaselines({ ...of, version, highest: reference?.stages.map(({ highest }) => highest) ?? [] }),
  ]
  const told = (baselines: readonly StageBaseline[]) =>
    baselines.map(({ stages, people }) => ({
      stages,
      size: people.size,
      highest: document.normalisation.method === 'percentile' ? null : people.highest,
      places: keys.map((key) => people.place(key)),
    }))
  expect(found.map(told)).toEqual([rolling, frozen].map(told))
}

test('the place of a key that nobody asked for is a mistake', async () => {
  const document = modelOf([{}])
  const { workspace, run } = await placed(document, [{ raw: 1, tenure: 60 }], [])
  const [baseline] = await rollingBaselines({ workspace, run, document, keys: [rankKey(1)], highest: [] })
  expect(baseline?.people.place(rankKey(1))).toEqual({ below: 0, equal: 1 })
  expect(() => baseline?.people.place(rankKey(2))).toThrow(/not asked for/)
})
