import { beforeAll, describe, expect, test } from 'vitest'
import { startRun } from '@/lib/models/operations'
import { restate } from '@/lib/engagement/restate'
import { NOW, ask } from '@/lib/engagement/testing'
import { rfmOf } from '@/lib/scoring/engagement/rfm'
import { changeReasons } from './change-reasons'
import { explainPerson, getPerson, personPath, personTimeline } from './operations'
import { pathOutput, personSchema, timelineOutput } from './schema'
import { findPerson } from './sql/find-person'
import { earlier, later, makeHistories, richDocument } from './testing-histories'

const strategy = 'Find out what stopped them.'
const tiers = [
  { key: 'at-risk', name: 'At-risk', from: 0, strategy },
  { key: 'regular', name: 'Regular', from: 20 },
  { key: 'power', name: 'Power', from: 80 },
]

let made: Awaited<ReturnType<typeof makeHistories>>
let restated: string

beforeAll(async () => {
  made = await makeHistories({ ...richDocument, tiers })
  const weeks = { from: '2026-05-04', to: '2026-06-15', every: 'week' } as const
  const run = await startRun(made.contextOf('editor', NOW), { id: made.model, ...weeks })
  restated = run.id
  await restate({ batchId: run.id }, () => new Date('2026-06-15T02:00:00Z'))
}, 120_000)

const context = (role: Parameters<typeof made.contextOf>[0] = 'editor') => made.contextOf(role, NOW)

const internalId = async (id: string) =>
  (await findPerson({ workspace: made.id, identities: [`user:${id}`] }))[0]?.person ?? ''

const runAt = async (asOf: Date): Promise<string> => {
  const [row] = await ask<{ run: string }>(
    `SELECT toString(run_id) AS run FROM scores WHERE workspace_id = {workspace:UUID} AND as_of = {asOf:DateTime64(3, 'UTC')} LIMIT 1`,
    { workspace: made.id, asOf },
  )
  return row?.run ?? ''
}

describe('a person', () => {
  test('comes with tenure, tier and what R, F and M say among everybody', async () => {
    const person = personSchema.parse(await getPerson(context(), { id: 'late', model: made.model }))
    expect(person.tenureDays).toBeCloseTo(59.7, 9)
    expect(person.firstSeen).toEqual(new Date(later.getTime() - 59.7 * 86_400_000))
    expect(person.model?.tiers.map((tier) => [tier.from, tier.strategy])).toEqual([
      [0, strategy],
      [20, null],
      [80, null],
    ])
    expect(person.tierSince?.getTime()).toBeLessThanOrEqual(later.getTime())

    const rows = await ask<{ id: string; matched: number; last: string | null; monetary: number }>(
      `SELECT toString(person_id) AS id, matched, toUnixTimestamp64Milli(last_matched) AS last, monetary FROM scores
       WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID} AND state = 'scored'`,
      { workspace: made.id, run: await runAt(later) },
    )
    const facts = rows.map(({ last, ...row }) => ({
      ...row,
      lastMatched: last === null ? null : Number(last),
    }))
    const own = await internalId('late')
    const mine = facts.find(({ id }) => id === own)
    expect(mine).toBeDefined()
    const { recency, frequency, monetary } = person.rfm ?? {}
    expect({
      recency: recency?.quintile,
      frequency: frequency?.quintile,
      monetary: monetary?.quintile,
    }).toEqual(mine && rfmOf(mine, facts))
  })

  test('without a score has none of it', async () => {
    const gone = await getPerson(context(), { id: 'gone', model: made.model })
    expect(gone).toMatchObject({
      state: 'dormant',
      tierSince: null,
      rfm: null,
      tenureDays: expect.any(Number),
    })
  })
})

describe('the path of a person', () => {
  test('has the Mondays and the newest scores, under either reference', async () => {
    const rolling = pathOutput.parse(
      await personPath(context(), { id: 'late', model: made.model, reference: 'rolling' }),
    )
    expect(rolling.items.map(({ asOf }) => asOf.toISOString().slice(0, 10))).toEqual(
      ['2026-05-04', '2026-05-11', '2026-05-18', '2026-05-25', '2026-06-01', '2026-06-08', '2026-06-15'], // prettier-ignore
    )
    expect(rolling.items.at(-1)).toMatchObject({ state: 'scored', version: 1, tier: expect.any(String) })
    const frozen = await personPath(context(), { id: 'late', model: made.model })
    expect(frozen).toMatchObject({ reference: 'frozen', referenceAsOf: expect.any(Date) })
    expect(frozen.items.map(({ raw }) => raw)).toEqual(rolling.items.map(({ raw }) => raw))
  })

  test('goes on under the id that was known before a merge', async () => {
    const path = await personPath(context(), { id: 'signed-up', model: made.model, reference: 'rolling' })
    const { score } = await explainPerson(context(), {
      id: 'signed-up',
      model: made.model,
      asOf: later.toISOString(),
    })
    expect(path.items.every(({ state }) => state === 'scored')).toBe(true)
    expect(path.items.at(-1)?.raw).toBe(score?.raw)
    const ghost = await personPath(context(), { id: 'ghost', model: made.model, from: '2026-06-01' })
    expect(ghost.items.map(({ state, score }) => [state, score === null])).toEqual([
      ['not-yet-seen', true],
      ['grace', true],
      ['scored', false],
    ])
  })
})

describe('a point whose counts were not kept', () => {
  test('is explained from the events, which add up', async () => {
    const asOf = '2026-05-25T00:00:00.000Z'
    expect((await explainPerson(context(), { id: 'late', model: made.model })).recounted).toBe(false)
    for (const id of ['late', 'one', 'crossing', 'signed-up']) {
      const { recounted, score, change } = await explainPerson(context(), {
        id,
        model: made.model,
        from: asOf,
        asOf: '2026-06-08T00:00:00Z',
      })
      expect(restated).not.toBe('')
      expect(recounted).toBe(true)
      expect(score?.remainder).toBe(0)
      const sum = score?.behaviors.reduce((total, { term }) => total + term, 0)
      expect(sum).toBeCloseTo(score?.raw ?? NaN, 9)
      const steps = change?.steps?.reduce((total, { raw }) => total + raw, 0)
      expect(steps).toBeCloseTo((change?.to.raw ?? NaN) - (change?.from.raw ?? NaN), 9)
    }
  })
})

describe('the timeline', () => {
  const all = async (id: string, only: 'all' | 'behaviors' = 'all') => {
    const items = []
    let cursor: string | undefined
    do {
      const page = timelineOutput.parse(
        await personTimeline(context(), { id, model: made.model, only, cursor, limit: 7 }),
      )
      expect(page.items.length).toBeLessThanOrEqual(9)
      items.push(...page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    return items
  }

  test('has everything once, newest first, with the merge', async () => {
    const items = await all('signed-up')
    const times = items.map(({ at }) => at.getTime())
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    const events = items.filter((item) => item.type === 'event')
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    expect(events.length).toBe(39 + 8 + 1)
    expect(items.filter(({ type }) => type === 'merge')).toMatchObject([{ personId: 'anon:visitor' }])
  })

  test('tells what events are worth: together they are the raw score', async () => {
    const items = (await all('late', 'behaviors')).filter((item) => item.type === 'event')
    expect(items.every(({ behaviors }) => behaviors.length > 0)).toBe(true)
    const shares = items.flatMap(({ behaviors }) =>
      behaviors.map(({ worth, others }) => worth / (others + 1)),
    )
    const { score } = await explainPerson(context(), { id: 'late', model: made.model })
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(score?.raw ?? NaN, 9)
    expect(items.filter(({ late }) => late).map(({ event }) => event)).toEqual(expect.arrayContaining(['report', 'pay'])) // prettier-ignore
    expect(items.map(({ standing }) => standing)).toContain('before')
  })

  test('hides traits and e-mails from those who see none', async () => {
    const { items } = await personTimeline(context('viewer'), {
      id: 'signed-up',
      model: made.model,
      limit: 100,
    })
    const identify = items.find((item) => item.type === 'event' && item.kind === 'identify')
    expect(identify).toMatchObject({ properties: {}, detail: null })
  })
})

describe('reasons of change', () => {
  test('are told for many people at once', async () => {
    const names = ['late', 'one', 'crossing', 'signed-up', 'gone', 'c4', 'c8', 'c13']
    const people = await Promise.all(names.map(internalId))
    const runs = [await runAt(earlier), await runAt(later)] as const
    const reasons = await changeReasons({ id: made.id, timeZone: 'UTC' }, people, runs)
    expect(reasons.size).toBeGreaterThan(4)
    expect(reasons.has(people[names.indexOf('gone')] ?? '')).toBe(false)
    for (const reason of reasons.values()) expect(reason).toMatch(/^[A-Z].{8,120}$/)
    expect(await changeReasons({ id: made.id, timeZone: 'UTC' }, people, [runs[0], made.model])).toEqual(
      new Map(),
    )
  })
})
