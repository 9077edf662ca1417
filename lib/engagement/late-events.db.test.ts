import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CanonicalEvent } from '@/lib/ingest/canonical-event'
import { loadHash64 } from '@/lib/ingest/hash64'
import { writeEvents } from '@/lib/ingest/write-events'
import { DAY_MS } from '@/lib/scoring/engagement/frame'
import { createModel, publishModel } from '@/lib/models/operations'
import { scoreRun } from './score-run'
import { NOW, ask, modelDocument, newWorkspace } from './testing'

const PEOPLE = 45
const seed = Number(process.env.PARITY_SEED ?? Date.now() % 2 ** 31)

/** Everything that could hang on order: sums, fading by day, firsts, traits, and stages by tenure. */
const document = modelDocument({
  behaviors: [
    { key: 'sum', match: { events: ['buy'] }, measure: { type: 'sum', property: 'price' }, weight: 0.3 },
    { key: 'faded', match: { events: ['*'] }, kernel: { type: 'half-life', days: 7 }, weight: 3 },
    { key: 'days', match: { events: ['login', 'buy'] }, measure: { type: 'days' }, kernel: { type: 'power', gravity: 1.1 }, weight: 5 }, // prettier-ignore
    { key: 'first', match: { events: ['invite'] }, measure: { type: 'first' }, weight: 1 },
  ],
  population: { exclude: { property: 'plan', op: 'eq', value: 'internal' } },
  lifecycle: { blendDays: 7 },
})

const happening = fc.record({
  name: fc.constantFrom('buy', 'login', 'invite'),
  at: fc.integer({ min: 1, max: 80 * DAY_MS }).map((ago) => new Date(NOW.getTime() - ago)),
  price: fc.double({ min: -20, max: 99, noNaN: true }),
  /** Whom it came as: the old user id, the new one, or a browser that says who it is only once. */
  as: fc.constantFrom('old' as const, 'new' as const, 'browser' as const),
})

function event(eventId: string, given: Partial<CanonicalEvent>): CanonicalEvent {
  return {
    eventId,
    kind: 'track',
    name: given.kind ?? 'login',
    userId: null,
    anonymousId: null,
    email: null,
    previousId: null,
    accountId: null,
    occurredAt: NOW,
    properties: {},
    machine: false,
    ...given,
  }
}

/** What one person did, and what says that the three ids are one. */
function journey(p: number, done: readonly (typeof happening extends fc.Arbitrary<infer T> ? T : never)[]) {
  const ids = {
    old: { userId: `old${p}` },
    new: { userId: `new${p}` },
    browser: { anonymousId: `browser${p}` },
  }
  const activity = done.map(({ name, at, price, as }, e) =>
    event(`${p}-${e}`, { name, occurredAt: at, properties: { price }, ...ids[as] }),
  )
  const day = (ago: number) => new Date(NOW.getTime() - ago * DAY_MS)
  const plan = (ago: number, value: string) =>
    event(`${p}-plan-${ago}`, {
      kind: 'identify',
      occurredAt: day(ago),
      properties: { plan: value },
      ...ids.new,
    })
  return [
    ...activity,
    event(`${p}-browser`, { kind: 'identify', occurredAt: day(40), ...ids.browser, ...ids.new }),
    event(`${p}-alias`, { kind: 'alias', occurredAt: day(10), previousId: `old${p}`, ...ids.new }),
    plan(30, p % 5 === 0 ? 'internal' : 'pro'),
    plan(20, p % 5 === 1 ? 'internal' : 'free'),
  ]
}

/** Writes the events as they come, in batches, and scores; everybody's row by their number. */
async function scored(batches: readonly (readonly CanonicalEvent[])[]) {
  const { id: workspaceId, contextOf } = await newWorkspace({ timeZone: 'Europe/Berlin' })
  const source = { id: randomUUID(), kind: 'import' } as const
  for (const [index, batch] of batches.entries()) {
    await writeEvents(workspaceId, source, batch, new Date(NOW.getTime() + index * 1000))
  }
  const { id } = await createModel(contextOf(), { document: JSON.parse(JSON.stringify(document)) })
  const { runId } = await publishModel(contextOf(), { id })
  await scoreRun({ runId })
  const rows = await ask<{ person_id: string }>(
    'SELECT * EXCEPT (workspace_id, run_id, other_score, other_tier) FROM scores WHERE run_id = {runId:UUID}',
    { runId },
  )
  expect(rows).toHaveLength(PEOPLE)

  const hash = await loadHash64()
  return Array.from({ length: PEOPLE }, (_, p) => {
    const identities = [`user:old${p}`, `user:new${p}`, `anon:browser${p}`]
    const ids = new Set(identities.map((identity) => String(hash(identity))))
    return rows.filter(({ person_id }) => ids.has(person_id)).map((row) => ({ ...row, person_id: p }))
  })
}

test(
  `late events and merges end in the same scores as if they had come in order (seed ${seed})`,
  { timeout: 120_000 },
  async () => {
    const drawn = fc.sample(fc.array(happening, { minLength: 1, maxLength: 12 }), { numRuns: PEOPLE, seed })
    const all = drawn.flatMap((done, p) => journey(p, done))
    const inOrder = all.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())

    // The newest first and in several calls, some events twice, and who is who at the very end.
    const joins = inOrder.filter(
      ({ kind, anonymousId }) => kind === 'alias' || (kind === 'identify' && anonymousId),
    )
    const rest = inOrder.filter((one) => !joins.includes(one)).toReversed()
    const third = Math.ceil(rest.length / 3)
    const late = [rest.slice(0, third), rest.slice(third, 2 * third), rest.slice(third + 5), joins]

    const expected = await scored([inOrder])
    expect(expected.filter((rows) => rows.length === 1)).toHaveLength(PEOPLE)
    expect(await scored(late)).toEqual(expected)
  },
)
