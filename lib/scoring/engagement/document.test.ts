import { describe, expect, it } from 'vitest'
import { engagementDocumentJsonSchema, parseEngagementDocument } from './document'

const behavior = { key: 'login', match: { events: ['login'] }, weight: 1 }
const minimal = { kind: 'engagement', name: 'Product', behaviors: [behavior] }

function accepted(input: unknown) {
  const parsed = parseEngagementDocument(input)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed
}

describe('a document that leaves everything out', () => {
  it('gets the defaults of the definitions', () => {
    expect(accepted(minimal).document).toEqual({
      kind: 'engagement',
      name: 'Product',
      window: { days: 30 },
      population: { activeWithinDays: 90, excludeEmailDomains: [], exclude: null, graceDays: 3 },
      behaviors: [
        {
          key: 'login',
          name: 'login',
          enabled: true,
          value: null,
          weight: 1,
          match: { any: [{ event: 'login', where: [], join: 'all' }] },
          measure: { type: 'count' },
          kernel: { type: 'none' },
          cap: null,
          curve: { type: 'linear' },
        },
      ],
      weighting: { mode: 'heuristic', calibratedAt: null, source: null },
      normalisation: { method: 'percentile', zeros: 'bottom', winsor: 0.99, reference: { type: 'rolling' } },
      lifecycle: {
        ownBaseline: true,
        stages: [
          { key: 'new', untilDay: 30 },
          { key: 'established', untilDay: null },
        ],
        blendDays: 7,
      },
      tiers: [
        { key: 'at-risk', name: 'At-risk', from: 0, colour: null, strategy: null },
        { key: 'regular', name: 'Regular', from: 20, colour: null, strategy: null },
        { key: 'power', name: 'Power', from: 80, colour: null, strategy: null },
      ],
      outcomes: {
        retention: { match: { any: [{ event: '*', where: [], join: 'all' }] }, fromDay: 90, toDay: 120 },
        expansion: null,
      },
    })
  })

  it('gives the same when what it became is read again', () => {
    const { document } = accepted(minimal)
    expect(accepted(document).document).toEqual(document)
    expect(accepted(JSON.parse(JSON.stringify(document))).document).toEqual(document)
  })

  it('never shares its defaults with another document', () => {
    expect(accepted(minimal).document.tiers[0]).not.toBe(accepted(minimal).document.tiers[0])
  })
})

const condition = { property: 'plan', op: 'eq', value: 'pro' }

const tiersFrom = (...starts: number[]) => starts.map((from, t) => ({ key: `t${t}`, from }))

const where = (...conditions: object[]) => ({ any: [{ event: 'a', where: conditions }] })
const doing = (part: object) => ({ behaviors: [{ ...behavior, ...part }] })

describe('every variant is accepted', () => {
  const variants: [string, object][] = [
    ['measure sum', doing({ measure: { type: 'sum', property: 'price' } })],
    ['measure first', doing({ measure: { type: 'first' } })],
    ['a half-life', doing({ kernel: { type: 'half-life', days: 14 } })],
    ['a linear kernel', doing({ kernel: { type: 'linear', days: 0.5 } })],
    ['a step kernel', doing({ kernel: { type: 'step', days: 14 } })],
    ['a power kernel', doing({ kernel: { type: 'power', gravity: 0 } })],
    ['a log curve', doing({ curve: { type: 'log' } })],
    ['a sqrt curve', doing({ curve: { type: 'sqrt' } })],
    ['a saturating curve', doing({ curve: { type: 'saturating', k: 3 } })],
    ['a condition', doing({ match: where(condition) })],
    [
      'conditions of every kind, joined by any',
      doing({
        match: {
          any: [
            {
              event: '*',
              join: 'any',
              where: [
                { property: 'plan', op: 'ne', value: 3 },
                { property: 'plan', op: 'eq', value: true },
                { property: 'seats', op: 'lte', value: -1.5 },
                { property: 'plan', op: 'contains', value: 'x' },
                { property: 'plan', op: 'exists' },
              ],
            },
          ],
        },
      }),
    ],
    ['an exclusion by one trait', { population: { exclude: { property: 'plan', op: 'exists' } } }],
    [
      'an exclusion by several traits',
      { population: { exclude: { where: [{ property: 'seats', op: 'lt', value: 2 }], join: 'any' } } },
    ],
    ['logistic weights', { weighting: { mode: 'logistic', calibratedAt: '2026-01-31' } }],
    ['rfm with values', { ...doing({ value: 2 }), weighting: { mode: 'rfm' } }],
    [
      'rfm with a disabled behavior of no value',
      {
        behaviors: [
          { ...behavior, value: 2 },
          { ...behavior, key: 'off', enabled: false },
        ],
        weighting: { mode: 'rfm' },
      },
    ],
    ['min-max', { normalisation: { method: 'min-max', winsor: 0.95 } }],
    ['log min-max', { normalisation: { method: 'log-min-max', winsor: 1 } }],
    ['frozen at a day', { normalisation: { reference: { type: 'frozen', asOf: '2026-01-12' } } }],
    [
      'frozen at an instant',
      { normalisation: { reference: { type: 'frozen', asOf: '2026-01-12T00:00:00Z' } } },
    ],
    ['grace and blend', { population: { graceDays: 2.5 }, lifecycle: { blendDays: 7 } }],
    ['a blend wider than the stage, which is cut when scoring', { lifecycle: { blendDays: 400 } }],
    ['measure count', { behaviors: [{ ...behavior, measure: { type: 'count' } }] }],
    ['measure days', { behaviors: [{ ...behavior, measure: { type: 'days' } }] }],
    ['measure once', { behaviors: [{ ...behavior, measure: { type: 'once' } }] }],
    ['kernel none', { behaviors: [{ ...behavior, kernel: { type: 'none' } }] }],
    ['curve linear', { behaviors: [{ ...behavior, curve: { type: 'linear' } }] }],
    ['a cap', { behaviors: [{ ...behavior, cap: 0.5 }] }],
    ['no cap, said', { behaviors: [{ ...behavior, cap: null }] }],
    [
      'a disabled behavior with a name and a value',
      { behaviors: [{ ...behavior, enabled: false, name: 'In', value: 5 }] },
    ],
    ['a negative weight', { behaviors: [{ ...behavior, weight: -2.5 }] }],
    ['any activity', { behaviors: [{ ...behavior, match: { events: ['*'] } }] }],
    [
      'the long form of a matcher',
      { behaviors: [{ ...behavior, match: { any: [{ event: 'a' }, { event: 'b', join: 'any' }] } }] },
    ],
    ['fifty behaviors', { behaviors: Array.from({ length: 50 }, (_, j) => ({ ...behavior, key: `b${j}` })) }],
    [
      'heuristic weighting of a day',
      { weighting: { mode: 'heuristic', calibratedAt: '2026-01-31', source: 'a workshop' } },
    ],
    [
      'manual weighting of an instant',
      { weighting: { mode: 'manual', calibratedAt: '2026-01-31T08:00:00+02:00' } },
    ],
    ['zeros bottom', { normalisation: { zeros: 'bottom' } }],
    ['zeros midrank', { normalisation: { method: 'percentile', zeros: 'midrank' } }],
    ['zeros active-only', { normalisation: { zeros: 'active-only', reference: { type: 'rolling' } } }],
    [
      'a window and a population',
      { window: { days: 7 }, population: { activeWithinDays: 28, excludeEmailDomains: [' Example.ORG '] } },
    ],
    ['grace and blend of 0', { population: { graceDays: 0 }, lifecycle: { blendDays: 0 } }],
    ['no own baseline', { lifecycle: { ownBaseline: false } }],
    ['one stage', { lifecycle: { stages: [{ key: 'all' }] } }],
    [
      'four stages',
      {
        lifecycle: {
          stages: [
            { key: 'a', untilDay: 7 },
            { key: 'b', untilDay: 30 },
            { key: 'c', untilDay: 365 },
            { key: 'd' },
          ],
        },
      },
    ],
    ['five tiers', { tiers: tiersFrom(0, 12.5, 40, 60, 99.5) }],
    [
      'a tier in full',
      {
        tiers: [
          { key: 'low', name: 'Low', from: 0, colour: '#D55E00', strategy: 'Write to them.' },
          ...tiersFrom(0, 20, 80).slice(1),
        ],
      },
    ],
    [
      'outcomes with conditions, which are stored',
      {
        outcomes: {
          retention: { match: { any: [{ event: '*', where: [condition] }] }, fromDay: 0, toDay: 1 },
          expansion: { match: { events: ['Upgraded'] }, withinDays: 90 },
        },
      },
    ],
  ]

  it.each(variants)('%s', (_, part) => {
    expect(parseEngagementDocument({ ...minimal, ...part })).toMatchObject({ ok: true })
  })

  it('a short matcher becomes the long one, a domain its plain form', () => {
    const { document } = accepted({
      ...minimal,
      behaviors: [{ ...behavior, match: { events: ['a', 'b'] } }],
      population: { excludeEmailDomains: [' Example.ORG '] },
    })
    expect(document.behaviors[0]?.match.any).toEqual([
      { event: 'a', where: [], join: 'all' },
      { event: 'b', where: [], join: 'all' },
    ])
    expect(document.population.excludeEmailDomains).toEqual(['example.org'])
  })
})

describe('what is allowed but worth a look is noted', () => {
  const notes = (part: object) => accepted({ ...minimal, ...part }).notes.map(({ message }) => message)

  it('a plain document has no notes', () => {
    expect(notes({})).toEqual([])
  })

  it('negative, zero and unusual weights, too many behaviors, all disabled', () => {
    const weighted = [-1, 0, 2].map((weight, j) => ({ ...behavior, key: `b${j}`, weight }))
    expect(notes({ behaviors: weighted })).toEqual([
      'behaviors[0].weight is negative: doing this lowers the score.',
      'behaviors[1].weight is 0, so the behavior changes nothing.',
      'behaviors[2].weight is none of 1, 3 and 5, the weights of the heuristic.',
    ])
    expect(notes({ behaviors: weighted.slice(2), weighting: { mode: 'manual' } })).toEqual([])

    expect(notes({ behaviors: [{ ...behavior, weight: -7, value: 4 }], weighting: { mode: 'rfm' } })).toEqual(
      [],
    )

    const disabled = Array.from({ length: 11 }, (_, j) => ({ ...behavior, key: `b${j}`, enabled: false }))
    expect(notes({ behaviors: disabled })).toEqual([
      'behaviors are 11; five to ten are easier to explain.',
      'behaviors are all disabled, so everybody scores 0.',
    ])
  })
})

describe('the JSON Schema', () => {
  it('requires what has no default and refuses unknown keys', () => {
    expect(engagementDocumentJsonSchema()).toMatchObject({
      type: 'object',
      required: ['kind', 'name', 'behaviors'],
      additionalProperties: false,
      properties: { window: { properties: { days: { type: 'integer', minimum: 1, default: 30 } } } },
    })
  })
})
