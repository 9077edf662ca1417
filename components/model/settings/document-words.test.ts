import { describe, expect, test } from 'vitest'
import type { EngagementDocumentInput } from '@/lib/scoring/engagement/document'
import { modelOf } from '@/lib/scoring/engagement/testing'
import { partInWords } from './document-words'
import { modelParts, partChanges, partDiffers, type ModelPart } from './model-parts'

type Rest = Partial<EngagementDocumentInput>
const documentOf = (rest: Rest = {}) => modelOf([{ event: 'login' }], rest)
const words = (part: ModelPart, rest: Rest = {}) => partInWords(part, documentOf(rest))

describe('a part in a few words', () => {
  test('the defaults', () => {
    expect(modelParts.slice(1).map((part) => words(part))).toEqual([
      '30 days',
      'heuristic, 1 · 3 · 5',
      'active in 90 days',
      'percentile, zeros at the bottom',
      'at the bottom',
      'rolling',
      'new until day 30, established; own baseline, 7 days blend',
      'At-risk 0, Regular 20, Power 80',
      'any activity, days 90 to 120',
    ])
  })

  test.each<[ModelPart, Rest, string]>([
    ['name', { name: 'Product engagement' }, 'Product engagement'],
    ['window', { window: { days: 1 } }, '1 day'],
    [
      'weighting',
      { weighting: { mode: 'manual', calibratedAt: '2026-01-12' } },
      'manual; weights of 12 Jan 2026',
    ],
    [
      'population',
      { population: { excludeEmailDomains: ['a.example', 'b.example'] } },
      'active in 90 days; 2 e-mail domains excluded',
    ],
    [
      'population',
      { population: { exclude: { property: 'plan', op: 'eq', value: 'internal' }, graceDays: 0 } },
      'active in 90 days; people with plan = “internal” excluded; no grace',
    ],
    [
      'normalisation',
      { normalisation: { method: 'min-max', zeros: 'active-only', winsor: 0.995 } },
      'min–max, 100 at the 99.5% level of raw scores, zeros left out (active only)',
    ],
    [
      'reference',
      { normalisation: { reference: { type: 'frozen', asOf: '2026-01-12' } } },
      'frozen, 12 Jan 2026',
    ],
    ['lifecycle', { lifecycle: { stages: [{ key: 'all' }] } }, 'all; one stage for everybody'],
    [
      'lifecycle',
      { lifecycle: { ownBaseline: false } },
      'new until day 30, established; everybody compared together',
    ],
    ['lifecycle', { lifecycle: { blendDays: 0 } }, 'new until day 30, established; own baseline, no blend'],
    [
      'outcomes',
      {
        outcomes: {
          retention: { match: { events: ['Login', 'Report'] }, fromDay: 60, toDay: 90 },
          expansion: { match: { events: ['Upgrade'] }, withinDays: 30 },
        },
      },
      '“Login” or “Report”, days 60 to 90; expansion “Upgrade” within 30 days',
    ],
  ])('%s of %j: %s', (part, rest, told) => {
    expect(words(part, rest)).toBe(told)
  })

  test('what is just being typed reads as a dash', () => {
    const document = documentOf()
    expect(partInWords('window', { ...document, window: { days: NaN } })).toBe('– days')
    expect(partInWords('name', { ...document, name: ' ' })).toBe('–')
  })
})

describe('what differs from the live version', () => {
  const live = documentOf()

  test('is found part by part', () => {
    const draft = documentOf({ window: { days: 60 }, normalisation: { zeros: 'midrank' } })
    expect(modelParts.filter((part) => partDiffers(part, live, draft))).toEqual([
      'window',
      'normalisation',
      'zeros',
    ])
    expect(modelParts.filter((part) => partDiffers(part, live, live))).toEqual([])
  })

  test('is told where the summary of the part does not show it', () => {
    const tiers = live.tiers.map((tier) => ({ ...tier, strategy: 'Ask what is missing' }))
    expect(partChanges('tiers', live, { ...live, tiers })[0]).toBe('At-risk: strategy written')
    expect(partChanges('window', live, { ...live, tiers })).toEqual([])
  })
})
