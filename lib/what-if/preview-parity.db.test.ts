import { beforeAll, expect, test } from 'vitest'
import { summaryOfSnapshot } from '@/lib/engagement/snapshot-data'
import { ask } from '@/lib/engagement/testing'
import { type EngagementDocumentInput, parseEngagementDocument } from '@/lib/scoring/engagement/document'
import { personStates } from '@/lib/scoring/engagement/state'
import { db } from '@/lib/server/db'
import { readEvaluated } from './evaluated'
import { preparePreview, previewModel } from './operations'
import { type Made, busyDocument, busyWorkspace, countWaiting, drafted, scored } from './testing'

let made: Made
let live: string
beforeAll(async () => {
  made = await busyWorkspace()
  live = await drafted(made, busyDocument())
  const run = await scored(made, live)
  const { states } = summaryOfSnapshot(await db().snapshot.findFirstOrThrow({ where: { runId: run } }))
  expect(personStates.filter((state) => states[state] === 0)).toEqual([])
})

const behaviors = busyDocument().behaviors
const changed = (index: number, rest: Partial<(typeof behaviors)[number]>) =>
  behaviors.map((behavior, j) => (j === index ? { ...behavior, ...rest } : behavior))

const frozen = (asOf: string) => ({ normalisation: { reference: { type: 'frozen' as const, asOf } } })

/** Whether the events have to be counted again. */
const drafts: [string, boolean, Partial<EngagementDocumentInput>][] = [
  ['nothing changed', false, {}],
  [
    'other weights, caps and curves',
    false,
    { behaviors: changed(1, { weight: 0.5, cap: 2, curve: { type: 'sqrt' } }) },
  ],
  ['a disabled behavior', false, { behaviors: changed(0, { enabled: false }) }],
  ['a behavior less', false, { behaviors: behaviors.slice(1) }],
  ['another kernel', true, { behaviors: changed(2, { kernel: { type: 'linear', days: 20 } }) }],
  [
    'one behavior more',
    true,
    {
      behaviors: [
        ...behaviors,
        {
          key: 'export',
          match: { events: ['export'] },
          weight: 2,
          measure: { type: 'sum', property: 'size' },
        },
      ],
    },
  ],
  ['another window and grace', true, { window: { days: 60 }, population: { graceDays: 10 } }],
  [
    'other stages',
    false,
    {
      lifecycle: {
        ownBaseline: true,
        stages: [{ key: 'a', untilDay: 20 }, { key: 'b', untilDay: 90 }, { key: 'c' }],
        blendDays: 5,
      },
    },
  ],
  ['zeros in the middle', false, { normalisation: { zeros: 'midrank' } }],
  [
    'min–max and other tiers',
    false,
    {
      normalisation: { method: 'log-min-max', zeros: 'active-only' },
      tiers: [
        { key: 'low', name: 'Low', from: 0 },
        { key: 'some', name: 'Some', from: 20 },
        { key: 'high', name: 'High', from: 37.5 },
      ],
    },
  ],
  ['a frozen reference', true, frozen('2026-05-01')],
  [
    'a frozen reference of another kernel',
    true,
    { ...frozen('2026-04-20'), behaviors: changed(1, { kernel: { type: 'step', days: 9 } }) },
  ],
  [
    'rfm',
    false,
    {
      weighting: { mode: 'rfm' },
      behaviors: behaviors.map((behavior, j) => ({ ...behavior, value: j + 1 })),
    },
  ],
]

type Row = { person_id: string; state: string; score: number | null; tier: string }

test.each(drafts)('a preview says what the run says: %s', async (_, counts, rest) => {
  const input = busyDocument(rest)
  const parsed = parseEngagementDocument(input)
  if (!parsed.ok) throw new Error(parsed.message)
  const { document } = parsed
  const context = made.contextOf()
  const asked = { id: live, document: input as Record<string, unknown> }

  const before = await preparePreview(context, asked)
  expect(before.state).toBe(counts ? 'counting' : 'ready')
  expect(await countWaiting(made)).toBe(counts ? 1 : 0)
  const ready = await preparePreview(context, asked)
  if (ready.state !== 'ready') throw new Error(JSON.stringify(ready))

  const preview = await previewModel(context, { ...asked, movers: 5 })
  const people = await readEvaluated(context, { modelId: live, document }, ({ evaluated, people }) =>
    Array.from(people, (person, index) => ({
      person: String(person),
      score: evaluated.scoreOf(index),
      tier: document.tiers[evaluated.tierOf(index)]?.key ?? '',
    })),
  )

  const run = await scored(made, await drafted(made, input))
  const rows = await ask<Row>(
    'SELECT person_id, state, score, tier FROM scores WHERE run_id = {run:UUID} ORDER BY person_id',
    { run },
  )
  const byPerson = new Map(rows.map((row) => [row.person_id, row]))
  expect(people.length).toBe(rows.length)
  for (const { person, score, tier } of people) {
    const row = byPerson.get(person)
    expect([person, score === null, tier]).toEqual([person, row?.score === null, row?.tier])
    expect(Math.abs((score ?? 0) - (row?.score ?? 0))).toBeLessThan(1e-9)
  }

  const stored = summaryOfSnapshot(await db().snapshot.findFirstOrThrow({ where: { runId: run } }))
  const tiers = stored.tiers.map(({ key, people }) => ({ key, people }))
  expect(preview.tiers.map(({ key, people }) => ({ key, people }))).toEqual(tiers)
  const { n, states, bins, zeros, zeroShare, stages, rawBins, medianRaw } = stored
  expect(preview).toMatchObject({ n, states, bins, zeros, zeroShare, rawBins })
  expect(preview.medianRaw).toBeCloseTo(medianRaw ?? NaN, 9)
  expect(preview.stages).toEqual(
    stages.map((stage) => ({
      ...stage,
      highest: stage.highest === null ? null : expect.closeTo(stage.highest, 9),
    })),
  )
  const own = preview.zeroRules.find(({ rule }) => rule === document.normalisation.zeros)
  expect(own).toMatchObject({ zeros, tiers })
  expect(preview.change?.n).toBeGreaterThan(50)
})
