import { describe, expect, it } from 'vitest'
import { DAY_MS } from './frame'
import { baselinesFromReference, referenceOf } from './reference'
import { scorePopulation } from './score-population'
import { AS_OF, frameOf, modelOf, occurrence, personWith } from './testing'

const frozen = { normalisation: { reference: { type: 'frozen' as const, asOf: '2026-04-01' } } }
const group = (name: string, size: number, tenure: number) =>
  Array.from({ length: size }, (_, times) => personWith(`${name}${times}`, 'login', times, tenure))

describe('reference', () => {
  const model = modelOf([{ weight: 2 }], frozen)
  const frame = frameOf(model)

  it('raw scores 2, 2 and 5 of established people: two of the key 2e9, one of 5e9', () => {
    const weighted = modelOf([{ weight: 1 }])
    const people = [personWith('a', 'login', 5), personWith('b', 'login', 2), personWith('c', 'login', 2)]
    const others = [{ id: 'd', occurrences: [] }, personWith('e', 'login', 9, 1)]
    expect(referenceOf([...people, ...others], weighted, frameOf(weighted))).toEqual([
      { stage: 1, key: 2e9, people: 2 },
      { stage: 1, key: 5e9, people: 1 },
    ])
  })

  it('of the very people gives the scores that they have among themselves', () => {
    const people = [...group('n', 40, 10), ...group('o', 50, 29), ...group('e', 60, 90)]
    const baselines = baselinesFromReference(referenceOf(people, model, frame), model)
    const rolling = modelOf([{ weight: 2 }])
    const scores = (of: typeof model) => scorePopulation(people, of, frame, baselines)
    expect(scores(model)).toEqual(scores(rolling))
    for (const { score, tier, otherScore, otherTier } of scores(model)) {
      expect([otherScore, otherTier]).toEqual([score, tier])
    }
  })

  it('places a newcomer of today among the newcomers of then, without counting them', () => {
    const then = [...group('n', 40, 40), ...group('e', 40, 80)]
    const shifted = then.map(({ id, occurrences }) => ({
      id,
      occurrences: occurrences.map((one) => ({ ...one, at: one.at - 30 * DAY_MS })),
    }))
    const rows = referenceOf(shifted, model, frameOf(model, AS_OF - 30 * DAY_MS))
    const [today] = scorePopulation([personWith('x', 'login', 100, 10)], model, frame, baselinesFromReference(rows, model)) // prettier-ignore
    expect(today).toMatchObject({ raw: 200, score: 100, below: 80, equal: 0, n: 80, otherScore: 50 })
  })

  it('pools by its own people, however many there are today', () => {
    const rows = referenceOf([...group('n', 10, 10), ...group('e', 40, 90)], model, frame)
    const [baseline] = baselinesFromReference(rows, model)
    expect(baseline?.stages).toEqual(['new', 'established'])
    const many = scorePopulation(group('n', 100, 10), model, frame, baselinesFromReference(rows, model))
    expect(many[0]?.baseline).toEqual(['new', 'established'])
  })

  it('without anybody leaves those of a frozen model without a score, and others without the other one', () => {
    const people = [personWith('a', 'login', 1)]
    expect(baselinesFromReference([], model)).toEqual([])
    expect(scorePopulation(people, model, frame, [])[0]).toMatchObject({
      raw: 2,
      score: null,
      otherScore: 50,
    })
    expect(scorePopulation(people, modelOf([{}]), frame, [])[0]).toMatchObject({
      score: 50,
      otherScore: null,
    })
  })

  it('is asked for by a frozen model, and told when it is forgotten', () => {
    expect(() => scorePopulation([], model, frame)).toThrow('frozen reference')
    expect(scorePopulation([personWith('a', 'login', 1)], modelOf([{}]), frame)[0]?.otherScore).toBeNull()
  })

  it('sees only what occurred before its own instant', () => {
    const rows = referenceOf(
      [{ id: 'a', occurrences: [occurrence('login', 59), occurrence('login', 31), occurrence('login', 5)] }],
      model,
      frameOf(model, AS_OF - 30 * DAY_MS),
    )
    expect(rows).toEqual([{ stage: 0, key: 4e9, people: 1 }])
  })
})
