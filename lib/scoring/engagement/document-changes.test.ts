import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EngagementDocument, EngagementDocumentInput } from './document'
import { documentChanges } from './document-changes'
import { anyModel, modelOf } from './testing'

type Written = Parameters<typeof modelOf>[0][number]

const report: Written = { key: 'report', name: 'Ran a report', event: 'Report Run', weight: 5 }
const invite: Written = { key: 'invite', name: 'Invited a teammate', event: 'Invite Sent', weight: 3 }
const exported: Written = { key: 'export', name: 'Exported data', event: 'Export Created', weight: 1 }

const words = (from: EngagementDocument, to: EngagementDocument) =>
  documentChanges(from, to).map((change) => change.words)

const behaviorWords = (before: Written[], after: Written[]) => words(modelOf(before), modelOf(after))

const restWords = (before: Partial<EngagementDocumentInput>, after: Partial<EngagementDocumentInput>) =>
  words(modelOf([report], before), modelOf([report], after))

describe('behaviors', () => {
  test('a weight is told with both numbers, and shorter for the bar', () => {
    const [change, ...rest] = documentChanges(
      modelOf([invite, report]),
      modelOf([invite, { ...report, weight: -3.5 }]),
    )
    expect(rest).toEqual([])
    expect(change).toEqual({
      path: ['behaviors', 1, 'weight'],
      words: 'Ran a report: weight 5 → −3.5',
      short: 'Ran a report 5 → −3.5',
    })
  })

  test('added, removed and reordered ones are told by name', () => {
    expect(behaviorWords([report], [report, exported])).toEqual(['Added Exported data (weight 1)'])
    expect(behaviorWords([report, exported], [report])).toEqual(['Removed Exported data'])
    expect(behaviorWords([report, invite], [invite, report])).toEqual(['Behaviors reordered'])
    expect(behaviorWords([report, exported, invite], [invite, report])).toEqual([
      'Removed Exported data',
      'Behaviors reordered',
    ])
    expect(behaviorWords([report, invite], [report, { ...exported, enabled: false }, invite])).toEqual([
      'Added Exported data (weight 1, disabled)',
    ])
  })

  test.each<[Partial<Written>, string]>([
    [{ cap: 5 }, 'Ran a report: cap none → 5'],
    [{ measure: { type: 'days' } }, 'Ran a report: measure count → days'],
    [{ measure: { type: 'sum', property: 'rows' } }, 'Ran a report: measure count → sum of “rows”'],
    [{ kernel: { type: 'half-life', days: 14 } }, 'Ran a report: recency none → half-life 14 days'],
    [{ kernel: { type: 'power', gravity: 1.5 } }, 'Ran a report: recency none → gravity 1.5'],
    [{ curve: { type: 'saturating', k: 5 } }, 'Ran a report: curve linear → saturating, k = 5'],
    [{ value: 4 }, 'Ran a report: strategic value none → 4'],
    [{ enabled: false }, 'Disabled Ran a report'],
    [{ name: 'Ran any report' }, 'Renamed Ran a report to Ran any report'],
    [{ event: '*' }, 'Ran a report: counts “Report Run” → any activity'],
  ])('%j: %s', (part, told) => {
    expect(behaviorWords([report], [{ ...report, ...part }])).toEqual([told])
  })

  test('a matcher is told with its conditions, and one that only reads alike is not lost', () => {
    const where = (value: string | number): Written => ({
      ...report,
      match: { any: [{ event: 'Report Run', where: [{ property: 'rows', op: 'eq', value }] }] },
    })
    expect(behaviorWords([report], [where(-3)])).toEqual([
      'Ran a report: counts “Report Run” → “Report Run” where rows = −3',
    ])
    const joined = (join: 'all' | 'any'): Written => ({
      ...report,
      match: { any: [{ event: 'Report Run', join }] },
    })
    expect(behaviorWords([joined('all')], [joined('any')])).toEqual([
      'Ran a report: counts is written differently',
    ])
  })
})

describe('everything else', () => {
  test.each<[Partial<EngagementDocumentInput>, string]>([
    [{ name: 'Other' }, 'Name “Test” → “Other”'],
    [{ window: { days: 60 } }, 'Window 30 → 60 days'],
    [{ population: { activeWithinDays: 1 } }, 'Active within 90 → 1 day'],
    [{ population: { graceDays: 0 } }, 'Grace 3 → 0 days'],
    [
      { population: { excludeEmailDomains: ['staff.example'] } },
      'Excluded e-mail domains: added staff.example',
    ],
    [
      { population: { exclude: { property: 'plan', op: 'eq', value: 'free' } } },
      'Excluded people: those with nothing named → plan = “free”',
    ],
    [{ weighting: { mode: 'manual' } }, 'Weights: heuristic → manual'],
    [{ weighting: { calibratedAt: '2026-01-12' } }, 'Weights calibrated: never → 12 Jan 2026'],
    [{ weighting: { source: 'By hand' } }, 'Source of the weights: none → “By hand”'],
    [{ normalisation: { method: 'log-min-max' } }, 'Scale: percentile → log min–max'],
    [{ normalisation: { zeros: 'midrank' } }, 'Zeros: bottom → mid-rank'],
    [{ normalisation: { winsor: 0.95 } }, 'Level of the highest value 0.99 → 0.95'],
    [
      { normalisation: { reference: { type: 'frozen', asOf: '2026-01-12' } } },
      'Reference: rolling → frozen on 12 Jan 2026',
    ],
    [
      { normalisation: { reference: { type: 'frozen', asOf: '2026-01-12T09:30:00+01:00' } } },
      'Reference: rolling → frozen on 12 Jan 2026, 08:30 UTC',
    ],
    [{ lifecycle: { blendDays: 0 } }, 'Blend 7 → 0 days'],
    [{ lifecycle: { ownBaseline: false } }, 'Stages compared apart: on → off'],
    [
      { lifecycle: { stages: [{ key: 'new', untilDay: 45 }, { key: 'established' }] } },
      'Stage “new” until day 30 → until day 45',
    ],
    [{ outcomes: { retention: { fromDay: 60, toDay: 90 } } }, 'Retention: days 90 to 120 → 60 to 90'],
    [{ outcomes: { retention: { match: { events: ['login'] } } } }, 'Retention: any activity → “login”'],
    [
      { outcomes: { expansion: { match: { events: ['upgrade'] }, withinDays: 30 } } },
      'Expansion: none → “upgrade” within 30 days',
    ],
  ])('%j: %s', (rest, told) => {
    expect(restWords({}, rest)).toEqual([told])
  })

  test('tiers: cuts, names, colours and strategies', () => {
    const tier = (key: string, from: number, more: object = {}) => ({ key, name: key, from, ...more })
    const before = [tier('low', 0), tier('mid', 20, { strategy: 'Help' }), tier('Power', 80)]
    const after = [
      tier('low', 0, { name: 'At-risk', strategy: 'Ask' }),
      tier('mid', 20, { colour: 'teal' }),
      tier('Power', 75),
      tier('top', 95),
    ]
    expect(restWords({ tiers: before }, { tiers: after })).toEqual([
      'Tier “low” → “At-risk”',
      'At-risk: strategy written',
      'mid: colour usual → teal',
      'mid: strategy removed',
      'Power from 80 → 75',
      'Added tier top (from 95)',
    ])
  })
})

describe('completeness', () => {
  test('a document has no difference to itself, also after a way through JSON with other orders of fields', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).reverse().map(([key, part]) => [key, turned(part)])) // prettier-ignore
    }
    fc.assert(
      fc.property(anyModel, (model) => {
        expect(documentChanges(model, turned(JSON.parse(JSON.stringify(model))) as EngagementDocument)).toEqual([]) // prettier-ignore
      }),
    )
  })

  test('any two documents that differ have a change, at a path that exists', () => {
    fc.assert(
      fc.property(anyModel, anyModel, (from, to) => {
        const changes = documentChanges(from, to)
        expect(changes.length > 0).toBe(JSON.stringify(from) !== JSON.stringify(to))
        for (const { path, words, short } of changes) {
          expect(words).not.toMatch(/undefined|null|\[object|NaN/)
          expect(short).not.toMatch(/undefined|null|\[object|NaN/)
          let part: unknown = to
          for (const step of path) part = (part as Record<string | number, unknown>)[step]
          expect(part).not.toBe(undefined)
        }
      }),
    )
  })

  /** Every leaf of a document, as the way to it. */
  function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
    if (typeof value !== 'object' || value === null) return [path]
    const entries: [string | number, unknown][] = Array.isArray(value)
      ? value.map((part, index) => [index, part])
      : Object.entries(value)
    return entries.flatMap(([key, part]) => leaves(part, [...path, key]))
  }

  test('changing any single leaf of a document is a change', () => {
    fc.assert(
      fc.property(anyModel, fc.nat(), (model, drawn) => {
        const isPart = (step: unknown) => step === 'kind' || step === 'exclude' || step === 'expansion'
        const ways = leaves(model).filter((path) => !isPart(path.at(-1)))
        const path = ways[drawn % ways.length] ?? []
        const changed = JSON.parse(JSON.stringify(model)) as Record<string | number, unknown>
        let part = changed
        for (const step of path.slice(0, -1)) part = part[step] as typeof part
        const last = path.at(-1) ?? ''
        const value = part[last]
        part[last] = typeof value === 'number' ? value + 1e-9 * Math.max(1, Math.abs(value)) : typeof value === 'boolean' ? !value : `${String(value)}x` // prettier-ignore
        expect(documentChanges(model, changed as unknown as EngagementDocument)).not.toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
