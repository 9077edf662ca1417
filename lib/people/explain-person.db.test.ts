import { beforeAll, describe, expect, test } from 'vitest'
import { putDraft, publishModel, getDraft } from '@/lib/models/operations'
import { NOW } from '@/lib/engagement/testing'
import { changeCauses } from '@/lib/scoring/engagement/explain-change'
import { explainPerson, listPeople } from './operations'
import { type Explanation, explanationOutput } from './schema'
import { did, earlier, later, makeHistories, richDocument } from './testing-histories'

let made: Awaited<ReturnType<typeof makeHistories>>
beforeAll(async () => {
  made = await makeHistories()
}, 120_000)

const explain = async (id: string, rest: object = {}) =>
  explanationOutput.parse(
    await explainPerson(made.contextOf('editor', NOW), {
      id,
      model: made.model,
      asOf: later.toISOString(),
      ...rest,
    }),
  )

const changed = (id: string, rest: object = {}) => explain(id, { from: earlier.toISOString(), ...rest })

function expectToAddUp({ personId, score }: Explanation) {
  if (!score) return
  const { behaviors, raw, place, blend, remainder } = score
  const sum = behaviors.reduce((total, { term }) => total + term, remainder)
  expect(Math.abs(sum - raw), personId).toBeLessThanOrEqual(1e-9)
  const points = blend ? (1 - blend.lambda) * blend.young.score + blend.lambda * blend.old.score : place.score
  expect(score.zero ? 0 : points, personId).toBeCloseTo(score.score, 9)
  const { below, equal, n } = place
  if (score.method === 'percentile')
    expect((100 * (below + equal / 2)) / n, personId).toBeCloseTo(place.score, 9)
}

function expectStepsToAddUp({ personId, change }: Explanation) {
  if (!change?.steps) return
  const sum = (what: 'raw' | 'score') => change.steps?.reduce((total, step) => total + step[what], 0) ?? NaN
  expect(change.steps.map(({ cause }) => cause)).toEqual(changeCauses)
  for (const what of ['raw', 'score'] as const) {
    const moved = (change.to[what] ?? NaN) - (change.from[what] ?? NaN)
    expect(Math.abs(sum(what) - moved), `${what} of ${personId}`).toBeLessThanOrEqual(1e-9)
  }
}

const step = ({ change }: Explanation, cause: string) => change?.steps?.find((one) => one.cause === cause)

describe('an explanation', () => {
  test('adds up for all that happened to somebody and for many others, and so does every change', async () => {
    const { items } = await listPeople(made.contextOf(), { state: 'all', limit: 1000 })
    expect(items.length).toBeGreaterThan(120)
    let steps = 0
    for (const [index, { personId }] of items.entries()) {
      if (/^c\d/.test(personId) && index % 4 > 0) continue
      const told = await changed(personId, index % 8 > 3 ? { reference: 'frozen' } : {})
      expectToAddUp(told)
      expectStepsToAddUp(told)
      expect(told.score?.remainder ?? 0).toBe(0)
      if (told.change?.steps) steps++
    }
    expect(steps).toBeGreaterThan(25)
  }, 120_000)

  test('says which events are behind a term', async () => {
    const { score, windowFrom } = await explain('late')
    expect(windowFrom).toEqual(new Date('2026-05-16T00:00:00Z'))
    const [report, open] = score?.behaviors ?? []
    expect(report).toMatchObject({ key: 'report', name: 'Ran a report', weight: 5, capped: false })
    expect(report?.events).toBeGreaterThan(5)
    expect(report?.how).toMatch(/^\d+ times, aged by half-life 14 days$/)
    expect(open).toMatchObject({
      capped: true,
      counted: 9,
      how: expect.stringMatching(/^on \d+ days, cut at 9$/),
    })
  })

  test('says the rank, and both stages to somebody near a boundary', async () => {
    const { score } = await explain('late')
    expect(score?.place.stages).toEqual(['established'])
    expect(score?.words).toMatch(/^\d+ of \d+ established people of 15 Jun 2026 had less/)
    const near = (await explain('near')).score
    expect(near?.blend).toMatchObject({ boundary: 30 })
    expect(near?.blend?.lambda).toBeCloseTo((28.7 - 30 + 3.5) / 7, 6)
    expect(near?.words).toContain('both stages have a say')
  })

  test('of somebody without a score says the state', async () => {
    expect(await explain('gone')).toMatchObject({ state: 'dormant', score: null })
    expect(await explain('ghost', { asOf: earlier.toISOString() })).toMatchObject({
      state: 'not-scored',
      score: null,
    })
  })

  test('counts what came in after the run, and leaves it to the next one', async () => {
    await made.write([did('c1', 'report', 3), did('c1', 'report', -1)], new Date('2026-06-15T05:00:00Z'))
    const told = await explain('c1')
    expect(told.lateEvents).toBe(1)
    expectToAddUp(told)
    expect((await explain('c2')).lateEvents).toBe(0)
  })
})

describe('a change', () => {
  test('of late events is a correction that names them', async () => {
    const told = await changed('late')
    expect(step(told, 'corrections')?.behaviors.find(({ key }) => key === 'report')).toMatchObject({
      events: 2,
      days: 2,
    })
    expect(step(told, 'corrections')?.raw).toBeGreaterThan(0)
    expect(step(told, 'corrections')?.words).toContain('came in late: Ran a report twice')
    expect(step(await changed('c5'), 'corrections')).toMatchObject({ raw: 0, score: 0, words: 'none' })
  })

  test('of somebody who was known by another id begins with that id’s score', async () => {
    const told = await changed('signed-up')
    const visitor = await explain('anon:visitor', { asOf: earlier.toISOString() })
    expect(told.change?.from.raw).toBeCloseTo(visitor.score?.raw ?? NaN, 12)
    expectStepsToAddUp(told)
    expect(step(told, 'corrections')?.raw).toBeCloseTo(0, 9)
  })

  test('of two people who became one has the other’s events as a correction', async () => {
    const told = await changed('one')
    expect(step(told, 'corrections')?.raw).toBeGreaterThan(0)
    expect(step(told, 'corrections')?.words).toContain('merged')
    expectStepsToAddUp(told)
  })

  test('of stage is a step of its own', async () => {
    const told = await changed('crossing')
    expect(told.change).toMatchObject({ from: { stage: 'new' }, to: { stage: 'established' } })
    expect(step(told, 'stage')?.score).not.toBe(0)
    expect(step(told, 'stage')?.words).toBe('new → established')
  })

  test('of state has no steps, and says so', async () => {
    expect((await changed('gone')).change).toMatchObject({
      steps: null,
      words: 'Has a score on the first date, is dormant on the second',
    })
    expect((await changed('fresh')).change).toMatchObject({ from: { state: 'grace' }, steps: null })
    expect((await changed('ghost')).change).toMatchObject({
      from: { state: 'not-scored', raw: null },
      steps: null,
    })
  })

  test('under a frozen reference leaves nothing to the people', async () => {
    const told = await changed('late', { reference: 'frozen' })
    expect(step(told, 'reference')?.score).toBeCloseTo(0, 9)
    expect(step(told, 'reference')?.words).toMatch(/^none: the reference is frozen on/)
  })

  test('does not go to an instant without scores, nor backwards', async () => {
    await expect(changed('late', { from: '2026-06-02' })).rejects.toMatchObject({
      code: 'not_found',
      path: ['from'],
    })
    await expect(changed('late', { from: later.toISOString() })).rejects.toMatchObject({ code: 'invalid' })
    await expect(explain('nobody')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('between versions has the model as a step, and adds up', async () => {
    const context = made.contextOf('editor', NOW)
    const { etag } = await getDraft(context, { id: made.model })
    const behaviors = richDocument.behaviors
      .map((one) => (one.key === 'report' ? { ...one, weight: 9 } : one))
      .slice(0, 4)
    await putDraft(context, { id: made.model, document: { ...richDocument, behaviors }, ifMatch: etag })
    await publishModel(context, { id: made.model })
    await made.score(later, new Date('2026-06-15T06:00:00Z'))
    for (const id of ['late', 'signed-up', 'one', 'crossing']) {
      const told = await changed(id)
      expect(told.change).toMatchObject({ from: { version: 1 }, to: { version: 2 } })
      expectToAddUp(told)
      expectStepsToAddUp(told)
      expect(step(told, 'version')?.behaviors.map(({ key }) => key)).toContain('report')
      expect(step(told, 'version')?.words).toBe('v1 → v2')
    }
    const old = await changed('late', { version: 1 })
    expect(old.change).toMatchObject({ from: { version: 1 }, to: { version: 1 } })
  })
})
