import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { baselinesFromReference, referenceOf } from '@/lib/scoring/engagement/reference'
import type { StageBaseline, StageCount } from '@/lib/scoring/engagement/baselines'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { Frame } from '@/lib/scoring/engagement/frame'
import type { PersonScore } from '@/lib/scoring/engagement/person-score'
import { rankKey } from '@/lib/scoring/engagement/rank-key'
import { type RunSummary, summariseRun } from '@/lib/scoring/engagement/run-summary'
import { scorePopulation } from '@/lib/scoring/engagement/score-population'
import { AS_OF } from '@/lib/scoring/engagement/testing'
import { countPasses, countPoints } from './count-points'
import { frameAt } from './frame'
import { instantOf } from './instants'
import { daysAway, newestLocalMidnight } from './local-day'
import { placeRun } from './place-run'
import type { Tagged } from './sql/kill-run'
import { storeCounted } from './store-reference'
import { ask } from './testing'
import { type Case, populate } from './testing-population'

const rolling = (model: EngagementDocument): EngagementDocument => ({
  ...model,
  normalisation: { ...model.normalisation, reference: { type: 'rolling' } },
})

/** An instant that a case is scored at. */
export type CaseRun = { run: string; asOf: Date; frame: Frame }

/** Instants of a case: its own, and three some weeks before. */
export const INSTANTS = 4

/**
 * A case with its instants and both forms of its people; nothing is in the warehouse yet. A rolling model is placed
 * under a second reference in every other case. A frozen one with nobody to compare with would not be published, and
 * becomes a rolling one.
 */
export function prepareCase(one: Case, where: string, index: number, hash: (identity: string) => bigint) {
  const { model: written, zone } = one
  const asOf = one.atMidnight ? newestLocalMidnight(new Date(AS_OF), zone) : new Date(AS_OF - index * 997)
  const runAt = (at: Date): CaseRun => ({ run: randomUUID(), asOf: at, frame: frameAt(written, at, zone) })
  const newest = runAt(asOf)
  const { reference } = written.normalisation
  const pinned = reference.type === 'frozen' ? instantOf(reference.asOf, zone) : daysAway(asOf, -30, zone)
  const [workspace, version] = [randomUUID(), randomUUID()]
  const rows = populate(one, workspace, newest.frame, hash)

  const isFrozen = reference.type === 'frozen'
  const asked = isFrozen || index % 2 === 0
  const there = asked ? referenceOf(rows.histories, written, frameAt(written, pinned, zone)) : []
  const model = isFrozen && there.length === 0 ? rolling(written) : written
  const referenceAsOf = asked ? pinned : null
  const earlier = [1 + (index % 3), 4 + (index % 4), 9].map((weeks) =>
    runAt(daysAway(asOf, -7 * weeks, zone)),
  )
  const runs = [newest, ...earlier]
  return { where, model, zone, workspace, version, referenceAsOf, runs, ...rows }
}

export type Prepared = ReturnType<typeof prepareCase>

/**
 * Counts and places the instants of a case inside the warehouse, as runs do, and answers their summaries. They and the
 * reference are counted in one pass, or each `alone`.
 */
export async function scoreInside(one: Prepared, alone: boolean, tagged: Tagged): Promise<RunSummary[]> {
  const { model, zone, workspace, version, runs, referenceAsOf } = one
  const facts = {
    workspace,
    zone,
    events: one.events.length,
    people: one.identities.length,
    hasMerges: one.merges.length > 0,
  }
  const points = runs.map(({ run, frame }) => ({ run, frame, keepCounts: true }))
  const counted = referenceAsOf && { run: randomUUID(), asOf: referenceAsOf }
  if (counted) {
    points.push({ run: counted.run, frame: frameAt(model, counted.asOf, zone), keepCounts: false })
  }
  const none = { tagged, checkpoint: () => {}, step: async () => {} }
  for (const together of alone ? points.map((point) => [point]) : [points]) {
    await countPoints(model, countPasses(model, together, facts), facts, none)
  }
  const reference = counted && (await storeCounted({ workspace, version }, model, counted, tagged))
  const summaries: RunSummary[] = []
  for (const { run, asOf } of runs) {
    summaries.push(await placeRun({ workspace, run, asOf, version }, model, reference, tagged))
  }
  return summaries
}

type StoredScore = {
  run_id: string
  person_id: string
  raw: number | null
  score: number | null
  other_score: number | null
  other_tier: string
  tier: string
  tenure_days: number
  counts: number[]
  below: number
  equal: number
  matched: number
  last_matched: string | null
  monetary: number
}

type StoredReference = { version_id: string; stage: number; rank_key: number; people: number }

/** Everything that cases have left in the warehouse. */
export async function readScores(cases: readonly Prepared[]) {
  const asked = {
    workspaces: cases.map(({ workspace }) => workspace),
    runs: cases.flatMap(({ runs }) => runs.map(({ run }) => run)),
    versions: cases.map(({ version }) => version),
  }
  const scores = await ask<StoredScore>(
    `SELECT * FROM scores WHERE workspace_id IN {workspaces:Array(UUID)} AND run_id IN {runs:Array(UUID)}`,
    asked,
  )
  const references = await ask<StoredReference>(
    `SELECT version_id, stage, rank_key, people FROM version_references
     WHERE workspace_id IN {workspaces:Array(UUID)} AND version_id IN {versions:Array(UUID)}
     ORDER BY stage, rank_key`,
    asked,
  )
  const byRun = new Map<string, Map<string, StoredScore>>()
  for (const row of scores) {
    byRun.set(row.run_id, (byRun.get(row.run_id) ?? new Map()).set(row.person_id, row))
  }
  return ({ version }: Prepared, { run }: CaseRun) => ({
    rows: byRun.get(run) ?? new Map<string, StoredScore>(),
    reference: references.flatMap(({ version_id, stage, rank_key: key, people }): StageCount[] =>
      version_id === version ? [{ stage, key, people }] : [],
    ),
  })
}

export type Inside = ReturnType<Awaited<ReturnType<typeof readScores>>> & { summary: RunSummary }

/** As the pure core scores the case: everybody, the reference, and the summary. */
function scoreOutside({ model, histories, referenceAsOf, zone }: Prepared, { frame }: CaseRun) {
  const reference = referenceAsOf ? referenceOf(histories, model, frameAt(model, referenceAsOf, zone)) : []
  const frozen: readonly StageBaseline[] | undefined =
    reference.length > 0 ? baselinesFromReference(reference, model) : undefined
  const scores = scorePopulation(histories, model, frame, frozen)
  return { reference, scores, summary: summariseRun(scores, model, frozen) }
}

/** 1e-9, of numbers above 1 in proportion. */
function expectClose(stored: number | null | undefined, value: number | null, who: string, tolerance = 1e-9) {
  expect(stored === null || stored === undefined, who).toBe(value === null)
  const difference = Math.abs((stored ?? 0) - (value ?? 0))
  expect(difference, `${who}: ${stored} and ${value}`).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(value ?? 0)),
  )
}

/**
 * Sums of fractions differ in their last bits, so a raw score beside the middle of two rank keys may get either of them.
 * How many people that befell.
 */
function keysApart(inside: Inside, outside: ReturnType<typeof scoreOutside>): number {
  const people = outside.scores.filter(({ id, rankKey: key }) => {
    const raw = inside.rows.get(id)?.raw
    return key !== null && raw !== null && raw !== undefined && rankKey(raw) !== key
  }).length
  const keys = inside.reference.filter(({ key }, index) => outside.reference[index]?.key !== key).length
  return people + keys
}

const asInstant = (text: string | null | undefined) => (text ? Date.parse(text) : null)

/** Everything that does not hang on anybody else. */
function expectSameMeasures(row: StoredScore | undefined, person: PersonScore, who: string) {
  expect(row, who).toMatchObject({
    state: person.state,
    stage: person.stage ?? '',
    matched: person.matched ?? 0,
  })
  expect(asInstant(row?.last_matched), who).toBe(person.lastMatched)
  expectClose(row?.tenure_days, person.tenureDays ?? 0, who)
  expectClose(row?.monetary, person.monetary ?? 0, who)
  expectClose(row?.raw, person.raw, who)
  expect(row?.counts.length, who).toBe(person.counts?.length ?? 0)
  person.counts?.forEach((n, j) => expectClose(row?.counts[j], n, `${who}, behavior ${j}`))
}

function expectSamePlaces(row: StoredScore | undefined, person: PersonScore, who: string) {
  expect(row, who).toMatchObject({
    below: person.below ?? 0,
    equal: person.equal ?? 0,
    baseline: person.n ?? 0,
  })
  expectClose(row?.score, person.score, who)
  expectClose(row?.other_score, person.otherScore, who)
  expectSameTier({ tier: row?.tier, score: row?.score }, person, who)
  expectSameTier(
    { tier: row?.other_tier, score: row?.other_score },
    { tier: person.otherTier, score: person.otherScore },
    who,
  )
}

/** The same tier, or the two scores lie a last bit apart on either side of where one begins. */
function expectSameTier(
  stored: { tier: string | undefined; score: number | null | undefined },
  person: { tier: string | null; score: number | null },
  who: string,
) {
  if (stored.score === person.score) expect(stored.tier, who).toBe(person.tier ?? '')
}

const apart = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0)

/** The same people in the same places, where so many of them may have moved by a last bit. */
function expectSameSummary(stored: RunSummary, summary: RunSummary, moved: number, where: string) {
  const numbers = ({ bins, zeros, tiers }: Pick<RunSummary, 'bins' | 'zeros' | 'tiers'>) => [
    ...bins,
    zeros,
    ...tiers.map(({ people }) => people),
  ]
  const rest = ({ n, states, stages }: RunSummary) => ({
    n,
    states,
    stages: stages.map(({ key, people, baseline }) => ({ key, people, baseline })),
  })
  expect(rest(stored), where).toEqual(rest(summary))
  expect(stored.other === null, where).toBe(summary.other === null)
  expect(apart(numbers(stored), numbers(summary)), where).toBeLessThanOrEqual(6 * moved)
  if (stored.other && summary.other) {
    expect(apart(numbers(stored.other), numbers(summary.other)), where).toBeLessThanOrEqual(6 * moved)
  }
  expect(stored.rawBins, where).toEqual(summary.rawBins)
  expectClose(stored.medianRaw, summary.medianRaw, `${where}, median`)
  expectClose(stored.zeroShare, summary.zeroShare, `${where}, zeros`)
  summary.stages.forEach(({ key, highest }, stage) =>
    expectClose(stored.stages[stage]?.highest, highest, `${where}, highest of ${key}`),
  )
}

/**
 * Expects the warehouse to say of a case what the pure core says. Where a raw score fell beside the middle of two rank
 * keys, places are not compared to the last person but scores as far as those people move them.
 *
 * @returns whether that was so, and everybody's score by the core
 */
export function expectParity(one: Prepared, run: CaseRun, inside: Inside) {
  const outside = scoreOutside(one, run)
  const keys = keysApart(inside, outside)
  expect(inside.rows.size, one.where).toBe(outside.scores.length)
  expect(inside.reference.length, one.where).toBe(outside.reference.length)

  let moved = 0
  for (const person of outside.scores) {
    const who = `${one.where}, person ${person.id}`
    const row = inside.rows.get(person.id)
    expectSameMeasures(row, person, who)
    if (row?.score !== person.score || row.other_score !== person.otherScore) moved++
    if (keys === 0) expectSamePlaces(row, person, who)
    else expectClose(row?.score, person.score, who, Math.max(1e-9, (100 * keys) / (person.n ?? 1)))
  }
  if (keys === 0) {
    expect(inside.reference, one.where).toEqual(outside.reference)
    expectSameSummary(inside.summary, outside.summary, moved, one.where)
  }
  return { keysApart: keys > 0, scores: outside.scores }
}
