import { describe, expect, test } from 'vitest'
import { type Change, type ScoredPoint, changeCauses, explainChange, rawsToPlace } from './explain-change'
import { DAY_MS } from './frame'
import type { Occurrence } from './person-history'
import { AS_OF, frameOf, modelOf, occurrence } from './testing'
import { sumOf, windowTerms } from './window-terms'

const twoWeeks = 14
const earlier = AS_OF - twoWeeks * DAY_MS

type Given = {
  model?: ReturnType<typeof modelOf>
  later?: ReturnType<typeof modelOf>
  /** Of somebody now. */
  occurrences: readonly Occurrence[]
  /** Those of them that the earlier run did not know. */
  late?: readonly Occurrence[]
  /** What the earlier run counted and is gone. */
  gone?: readonly Occurrence[]
  tenure?: number
}

function point(
  model: ReturnType<typeof modelOf>,
  asOf: number,
  known: readonly Occurrence[],
  tenure: number,
): ScoredPoint {
  const { windowFrom } = frameOf(model, asOf)
  const raw = sumOf(windowTerms(model, known, { from: windowFrom, until: asOf, asOf }))
  return { model, asOf, windowFrom, raw, score: 2 * raw, tenure, counts: null }
}

/** Scores twice the raw, and ten more from 30 days of tenure on: among the people of the earlier point. */
const place = (raw: number, tenure: number) => 2 * raw + (tenure >= 30 ? 10 : 0)

function changeOf({
  model = modelOf([{}]),
  later = model,
  occurrences,
  late = [],
  gone = [],
  tenure = 100,
}: Given): Change {
  const known = [...occurrences.filter((one) => !late.includes(one)), ...gone]
  const before = point(model, earlier, known, tenure)
  const after = point(later, AS_OF, occurrences, tenure + twoWeeks)
  return {
    before: { ...before, score: place(before.raw, tenure) },
    after: { ...after, score: 3 * after.raw },
    movedFrom: frameOf(model).windowFrom,
    occurrences,
    late: new Set(late.map(({ id }) => id)),
  }
}

function told(change: Change): Record<string, number> {
  const steps = explainChange(change, place)
  expect(steps.map(({ cause }) => cause)).toEqual(changeCauses)
  const sum = (what: 'raw' | 'score') => steps.reduce((total, step) => total + step[what], 0)
  expect(sum('raw')).toBeCloseTo(change.after.raw - change.before.raw, 10)
  expect(sum('score')).toBeCloseTo(change.after.score - change.before.score, 10)
  return Object.fromEntries(steps.flatMap(({ cause, raw }) => (Math.abs(raw) > 1e-9 ? [[cause, raw]] : [])))
}

describe('why a raw score changed', () => {
  test('the worked example: one event left the window, two are new', () => {
    const occurrences = [40, 20, 16, 3, 2].map((daysAgo) => occurrence('login', daysAgo))
    expect(told(changeOf({ occurrences }))).toEqual({ 'left-window': -1, 'new-occurrences': 2 })
  })

  test('what only became older ages, and says how many events did', () => {
    const model = modelOf([{ kernel: { type: 'linear', days: 28 } }])
    const change = changeOf({ model, occurrences: [occurrence('login', twoWeeks + 7)] })
    expect(told(change).ageing).toBeCloseTo(-0.5, 10)
    const [, , ageing] = explainChange(change, place)
    expect(ageing?.behaviors).toEqual([{ key: 'b0', raw: expect.closeTo(-0.5), events: 1, days: 1 }])
  })

  test('a late event, and one that is gone, are corrections', () => {
    const late = occurrence('login', 20)
    const seen = occurrence('login', 21)
    expect(told(changeOf({ occurrences: [seen, late], late: [late] }))).toEqual({ corrections: 1 })
    expect(told(changeOf({ occurrences: [seen], gone: [late] }))).toEqual({ corrections: -1 })
    const [corrections] = explainChange(changeOf({ occurrences: [seen, late], late: [late] }), place)
    expect(corrections?.behaviors).toEqual([{ key: 'b0', raw: 1, events: 1, days: 1 }])
  })

  test('a late event that left the window since is first counted, then gone', () => {
    const late = occurrence('login', 35)
    expect(told(changeOf({ occurrences: [late], late: [late] }))).toEqual({
      corrections: 1,
      'left-window': -1,
    })
  })

  test('what the later run counted and nobody knows today is a correction too', () => {
    const change = changeOf({ occurrences: [occurrence('login', 2)] })
    const after = { ...change.after, raw: change.after.raw + 4 }
    expect(told({ ...change, after })).toEqual({ corrections: 4, 'new-occurrences': 1 })
  })

  test('a cap that was reached before makes new occurrences worth nothing', () => {
    const model = modelOf([{ cap: 2 }])
    const occurrences = [20, 19, 3, 2, 1].map((daysAgo) => occurrence('login', daysAgo))
    const change = changeOf({ model, occurrences })
    expect(told(change)).toEqual({})
    const grown = explainChange(change, place)[3]
    expect(grown?.behaviors).toEqual([{ key: 'b0', raw: 0, events: 3, days: 3 }])
  })

  test('another version is a step of its own, by the behaviors it changed', () => {
    const model = modelOf([{}, { event: 'report', key: 'report' }])
    const later = modelOf([{ weight: 3 }, { event: 'export', key: 'export' }])
    const occurrences = ['login', 'report', 'export'].map((event) => occurrence(event, 20))
    const change = changeOf({ model, later, occurrences })
    expect(told(change)).toEqual({ version: 2 })
    expect(explainChange(change, place)[4]?.behaviors.map(({ key, raw }) => [key, raw])).toEqual([
      ['b0', 2],
      ['report', -1],
      ['export', 1],
    ])
  })

  test('kept counts say which behavior was corrected', () => {
    const model = modelOf([{}, { event: 'report', key: 'report' }])
    const change = changeOf({
      model,
      occurrences: [occurrence('report', 20)],
      gone: [occurrence('login', 20)],
    })
    const before = { ...change.before, counts: [1, 1] }
    expect(explainChange({ ...change, before }, place)[0]?.behaviors).toEqual([
      { key: 'b0', raw: -1, events: 0, days: 0 },
    ])
  })
})

describe('why a score changed', () => {
  test('each step is scored among the people of the earlier point and in its stage, then stage, then people', () => {
    const occurrences = [20, 3].map((daysAgo) => occurrence('login', daysAgo))
    const change = changeOf({ occurrences, tenure: 20 })
    const steps = explainChange(change, place)
    const scores = Object.fromEntries(steps.map(({ cause, score }) => [cause, score]))
    expect(scores).toMatchObject({ 'new-occurrences': 2, version: 0, stage: 10, reference: 6 - 14 })
    told(change)
  })

  test('all seven steps of one change, as in the README', () => {
    const model = modelOf([{ kernel: { type: 'linear', days: 28 } }])
    const later = modelOf([{ kernel: { type: 'linear', days: 28 }, weight: 2 }])
    const late = occurrence('login', 14 + twoWeeks)
    const occurrences = [occurrence('login', 21 + twoWeeks), late, occurrence('login', 7 + twoWeeks), occurrence('login', 7)] // prettier-ignore
    const change = changeOf({ model, later, occurrences, late: [late], tenure: 20 })
    expect([change.before.raw, change.after.raw, change.before.score, change.after.score]).toEqual([
      1, 2, 2, 6,
    ])
    const steps = explainChange(change, place).map(({ cause, raw, score }) => [cause, raw, score])
    expect(steps).toEqual([
      ['corrections', 0.5, 1],
      ['left-window', -0.25, -0.5],
      ['ageing', -1, -2],
      ['new-occurrences', 0.75, 1.5],
      ['version', 1, 2],
      ['stage', 0, 10],
      ['reference', 0, -8],
    ])
  })

  test('every place it asks for is told beforehand', () => {
    const occurrences = [40, 20, 16, 3, 2].map((daysAgo) => occurrence('login', daysAgo))
    const change = changeOf({ occurrences, tenure: 20 })
    const asked: number[] = []
    explainChange(change, (raw) => {
      asked.push(raw)
      return raw
    })
    expect(rawsToPlace(change)).toEqual(expect.arrayContaining(asked))
  })

  test('where the earlier people cannot place a raw, the whole difference is that of the people', () => {
    const change = changeOf({ occurrences: [occurrence('login', 3)] })
    const steps = explainChange(change, () => null)
    expect(steps.map(({ score }) => score)).toEqual([0, 0, 0, 0, 0, 0, 3 - 10])
  })
})
