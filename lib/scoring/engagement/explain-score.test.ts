import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainScore } from './explain-score'
import { isMeasured, measurePerson } from './measure-person'
import { AS_OF, anyModel, anyPeople, frameOf, modelOf, occurrence } from './testing'

const CASES = 300
const seed = Number(process.env.PARITY_SEED ?? Date.now() % 2 ** 31)

describe('why a raw score is what it is', () => {
  test('the worked example', () => {
    const model = modelOf([{ kernel: { type: 'half-life', days: 14 }, weight: 5 }])
    const occurrences = [occurrence('login', 14), occurrence('login', 0.000001), occurrence('report', 3)]
    const [login] = explainScore(model, frameOf(model), [1.5], occurrences)
    expect(login).toEqual({
      key: 'b0',
      n: 1.5,
      capped: false,
      counted: 1.5,
      weight: 5,
      term: 7.5,
      events: 2,
      days: 2,
      newestAge: expect.closeTo(0, 5),
      oldestAge: 14,
    })
  })

  test('a cap that cuts is said, and a curve comes after it', () => {
    const model = modelOf([{ cap: 3, curve: { type: 'log' } }])
    const [login] = explainScore(model, frameOf(model), [5], [])
    expect(login).toMatchObject({ capped: true, n: 5, counted: Math.log(4), term: Math.log(4) })
    expect(explainScore(model, frameOf(model), [3], [])[0]).toMatchObject({ capped: false })
  })

  test('a disabled behavior has no term, one without events no ages', () => {
    const model = modelOf([{ enabled: false }, {}])
    const [disabled, unused] = explainScore(model, frameOf(model), [2, 0], [occurrence('report', 1)])
    expect(disabled).toMatchObject({ n: 2, term: 0, events: 0 })
    expect(unused).toMatchObject({ n: 0, term: 0, events: 0, days: 0, newestAge: null, oldestAge: null })
  })

  test('by strategic value the weight is the value and the curve the logarithm', () => {
    const model = modelOf([{ weight: 1, value: 5 }], { weighting: { mode: 'rfm' } })
    expect(explainScore(model, frameOf(model), [3], [])[0]).toMatchObject({
      weight: 5,
      term: 5 * Math.log(4),
    })
  })

  test(`the terms of anybody under any model sum to raw (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyModel, anyPeople, (model, people) => {
        const frame = frameOf(model, AS_OF)
        for (const person of people) {
          const measured = measurePerson(model, frame)(person)
          if (!isMeasured(measured)) continue
          const told = explainScore(model, frame, measured.counts, person.occurrences)
          const sum = told.reduce((total, { term }) => total + term, 0)
          if (Math.abs(sum - measured.raw) > 1e-9)
            throw new Error(`${person.id}: ${sum} is not ${measured.raw}`)
          const behind = told.filter(({ term, events }) => term !== 0 && events === 0)
          if (behind.length > 0) throw new Error(`${person.id}: a term without an event`)
        }
      }),
      { numRuns: CASES, seed },
    )
  }, 60_000)
})
