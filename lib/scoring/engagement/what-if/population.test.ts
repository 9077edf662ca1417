import { describe, expect, it } from 'vitest'
import { modelOf } from '../testing'
import { canonicalText } from './canonical-text'
import { countKey, missingCounts, populationKey } from './population'

const model = modelOf([{ event: 'login' }, { event: 'report', measure: { type: 'days' } }])
const counted = { populationKey: populationKey(model), countKeys: model.behaviors.map(countKey) }

describe('canonical text', () => {
  it('does not hang on the order of properties, but on that of lists', () => {
    expect(canonicalText({ b: 1, a: [2, { d: null, c: 'x' }] })).toBe('{"a":[2,{"c":"x","d":null}],"b":1}')
    expect(canonicalText({ a: 1, gone: undefined })).toBe(canonicalText({ a: 1 }))
    expect(canonicalText([1, 2])).not.toBe(canonicalText([2, 1]))
  })
})

describe('missing counts', () => {
  const [login, report] = model.behaviors

  it('are none where weights, caps, curves, values, names, stages, tiers and normalisation differ', () => {
    const document = modelOf(
      [
        { event: 'login', weight: 5, cap: 3, curve: { type: 'log' }, value: 2, name: 'Log in' },
        { event: 'report', measure: { type: 'days' }, enabled: false },
      ],
      { lifecycle: { ownBaseline: false }, normalisation: { zeros: 'midrank' } },
    )
    expect(missingCounts(document, counted)).toBeNull()
    expect(missingCounts({ ...model, behaviors: report ? [report] : [] }, counted)).toBeNull()
  })

  it('are those of another event, condition, measure or kernel, each once', () => {
    const differing = [
      { event: 'export' },
      { event: 'login', measure: { type: 'once' as const } },
      { event: 'login', kernel: { type: 'half-life' as const, days: 7 } },
    ]
    for (const behavior of differing) {
      const document = modelOf([{ event: 'login' }, behavior, { ...behavior, weight: 9 }])
      const [, key] = document.behaviors.map(countKey)
      expect(missingCounts(document, counted)).toEqual({ population: false, countKeys: [key] })
    }
  })

  it('are all where another population or window is asked for', () => {
    for (const rest of [{ window: { days: 7 } }, { population: { graceDays: 0 } }]) {
      const document = modelOf([{ event: 'login' }], rest)
      expect(missingCounts(document, counted)).toEqual({
        population: true,
        countKeys: login ? [countKey(login)] : [],
      })
    }
  })
})
