import { describe, expect, it } from 'vitest'
import { buildBaseline } from './baseline'
import type { EngagementDocumentInput } from './document'
import { placePerson, unplaced } from './place-person'
import { modelOf } from './testing'

const of = (stage: string, ...keys: number[]) => ({ stages: [stage], people: buildBaseline(keys) })
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
const model = (rest: Partial<EngagementDocumentInput> = {}) => modelOf([{}], rest)

describe('placed', () => {
  // The key 8: two fifths of the way among 20 new people, four among 10 established ones, where nobody has it.
  const young = of('new', ...upTo(20))
  const old = of('established', 1, 2, 3, 4, 5, 6, 7, 7, 9, 10)
  const person = (tenure: number, key = 8) => ({ tenure, stage: tenure < 30 ? 0 : 1, key })

  it('in the own stage alone, away from a boundary', () => {
    expect(placePerson(person(10), [young, old], model())).toEqual({
      score: 37.5,
      tier: 'regular',
      baseline: ['new'],
      below: 7,
      equal: 1,
      n: 20,
      blend: null,
    })
    expect(placePerson(person(100), [young, old], model())).toMatchObject({
      score: 80,
      tier: 'power',
      equal: 0,
    })
  })

  it('at 28.25 days λ = 0.25: 0.75 · 37.5 + 0.25 · 80 = 48.125, and both sides are told', () => {
    expect(placePerson(person(28.25), [young, old], model())).toEqual({
      score: 48.125,
      tier: 'regular',
      baseline: ['new'],
      below: 7,
      equal: 1,
      n: 20,
      blend: {
        boundary: 30,
        lambda: 0.25,
        young: { stage: 'new', below: 7, equal: 1, n: 20, normalised: 37.5 },
        old: { stage: 'established', below: 8, equal: 0, n: 10, normalised: 80 },
      },
    })
  })

  it('P 40 among new and 80 among established people, λ = 0.25: 50', () => {
    const ties = of('new', 1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9)
    expect(placePerson(person(28.25), [ties, old], model()).score).toBe(50)
  })

  it('two sides that say the same are not blended away from it: 80 and 80 is Power, whatever λ', () => {
    const same = [of('new', ...upTo(5)), of('established', ...upTo(5), 6, 7, 8, 9, 10)] as const
    const [four, ten] = [
      placePerson(person(10, 4.5), same, model()),
      placePerson(person(99, 8.5), same, model()),
    ]
    expect([four.score, ten.score]).toEqual([80, 80])
    const twice = [of('new', ...upTo(10)), of('established', ...upTo(10))] as const
    const scores = Array.from({ length: 60 }, (_, i) =>
      placePerson(person(26.6 + i * 0.11, 8.5), twice, model()),
    )
    expect(scores.filter(({ score, tier }) => score !== 80 || tier !== 'power')).toEqual([])
  })

  it('exactly at the boundary the own stage is the older one, and both say half', () => {
    const placed = placePerson(person(30), [young, old], model())
    expect(placed).toMatchObject({ score: 58.75, baseline: ['established'], below: 8, equal: 0, n: 10 })
  })

  it('without blend the boundary is a step', () => {
    const stepped = model({ lifecycle: { blendDays: 0 } })
    expect([29.999, 30].map((tenure) => placePerson(person(tenure), [young, old], stepped).score)).toEqual([
      37.5, 80,
    ])
  })

  it('a side without anybody leaves the score to the other', () => {
    expect(placePerson(person(28.25), [young, of('established')], model())).toMatchObject({
      score: 37.5,
      blend: { old: { n: 0, normalised: null } },
    })
    expect(placePerson(person(28.25), [of('new'), old], model()).score).toBe(80)
  })

  it('the zeros rule comes last: a zero near a boundary scores 0 unless mid-ranked', () => {
    const zeros = [of('new', 0, 0, 5, 6), of('established', 0, 5, 6, 7)] as const
    expect(placePerson(person(30, 0), zeros, model())).toMatchObject({ score: 0, tier: 'at-risk', equal: 1 })
    expect(placePerson(person(30, 0), zeros, model({ normalisation: { zeros: 'midrank' } })).score).toBe(
      18.75,
    )
  })

  it('stages that are compared together are not blended', () => {
    expect(placePerson(person(30), [young, young], model())).toMatchObject({ score: 37.5, blend: null })
  })

  it('min–max divides by the highest of the own stage, and blends too', () => {
    const points = (stage: string, ...raws: number[]) => of(stage, ...raws.map((raw) => raw * 1e9))
    const baselines = [points('new', 1, 16), points('established', 1, 32)] as const
    const minMax = model({ normalisation: { method: 'min-max', winsor: 1 } })
    const score = (tenure: number) => placePerson(person(tenure, 8e9), baselines, minMax).score
    expect([score(10), score(30), score(100)]).toEqual([50, 37.5, 25])
  })

  it('of no baselines gives nothing', () => {
    expect(placePerson(person(10), [], model())).toEqual(unplaced)
  })
})
