import { beforeAll, describe, expect, test } from 'vitest'
import { ask } from '@/lib/engagement/testing'
import { loadHash64 } from '@/lib/ingest/hash64'
import { explainPerson, listPeople } from '@/lib/people/operations'
import { type StoredScore, faultsOfChange, faultsOfScore } from '@/lib/people/testing-adds-up'
import { type At, type Explained, explainAll } from '@/lib/people/testing-explain-all'
import { db } from '@/lib/server/db'
import { livedDemo } from './testing-lived'

let lived: Awaited<ReturnType<typeof livedDemo>>
let hash: Awaited<ReturnType<typeof loadHash64>>
/** Public ids. */
let everybody: readonly string[]

const context = () => lived.contextOf('editor', new Date(lived.points.end.getTime() + 86_400_000))

const idOf = (person: string) => String(hash(person.includes(':') ? person : `user:${person}`))

beforeAll(async () => {
  hash = await loadHash64()
  lived = await livedDemo({ people: 260, contacts: 0 })
  const { items, nextCursor } = await listPeople(context(), { state: 'all', limit: 1000 })
  expect(nextCursor).toBeNull()
  everybody = items.map(({ personId }) => personId)
}, 240_000)

/** What a run has stored, by the id that it knew somebody under. */
async function storedAt({ asOf, version }: At): Promise<ReadonlyMap<string, StoredScore>> {
  const { runId } = await db().snapshot.findFirstOrThrow({
    where: { modelId: lived.model, asOf, version: { number: version } },
  })
  const rows = await ask<StoredScore>(
    `SELECT toString(person_id) AS id, state, raw, score, tier FROM scores
     WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID}`,
    { workspace: lived.id, run: runId },
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The row of somebody: under their own id, else under that of the browser they came with. */
function rowOf(rows: ReadonlyMap<string, StoredScore>, person: string): StoredScore | null {
  const one = lived.demo.people.find(({ userId }) => userId === person)
  const browser = one?.visitorId ?? one?.sharedBrowser?.id
  return rows.get(idOf(person)) ?? rows.get(idOf(`anon:${browser}`)) ?? null
}

type Told = ReadonlyMap<string, Explained>

/** Everybody's score at a point and its change since another, by public id, when all of it adds up to what is stored. */
async function explained(from: At, to: At): Promise<Told> {
  const asked = { workspace: lived.id, timeZone: lived.timeZone, model: lived.model, from, to }
  const [before, after, byId] = await Promise.all([
    storedAt(from),
    storedAt(to),
    explainAll({ ...asked, people: everybody.map(idOf) }),
  ])
  const told = new Map(everybody.flatMap((person) => [[person, byId.get(idOf(person))] as const]))
  const faults = [...told].flatMap(([person, one]) => {
    if (!one?.change) return [`${person}: nothing was told`]
    const [earlier, later] = [rowOf(before, person), rowOf(after, person)]
    const found = [...faultsOfScore(one.score, later), ...faultsOfChange(one.change, earlier, later)]
    return found.map((fault) => `${person}: ${fault}`)
  })
  expect(faults).toEqual([])
  const scored = [...after.values()].filter(({ state }) => state === 'scored')
  const reached = new Set([...everybody.map((person) => rowOf(after, person)?.id), ...lived.byHand.merged.map(idOf)]) // prettier-ignore
  expect(scored.filter(({ id }) => !reached.has(id))).toEqual([])
  expect(scored.length).toBeGreaterThan(100)
  return told as Told
}

/** Of one version both, the first. */
const explainedBetween = (from: Date, to: Date) =>
  explained({ asOf: from, version: 1 }, { asOf: to, version: 1 })

const step = (one: Explained | undefined, cause: string) =>
  one?.change?.steps?.find((told) => told.cause === cause)

const isCrossing = ({ change }: Explained) => change?.steps && change.from.stage !== change.to.stage

/** Asks for some of them as a page does, and gets the same. */
async function expectTheSame(told: Told, people: readonly string[], from: Date, to: Date) {
  for (const id of people) {
    const asked = { id, model: lived.model, asOf: to.toISOString(), from: from.toISOString() }
    const { score, change } = await explainPerson(context(), asked)
    expect({ score, change }).toEqual({ score: told.get(id)?.score, change: told.get(id)?.change })
  }
}

const userIds = (is: (one: (typeof lived.demo.people)[number]) => boolean) =>
  lived.demo.people.filter(is).map(({ userId }) => userId)

describe('the explanation of everybody in the demo adds up', () => {
  test('across four weeks, in which stages are crossed, states change and people are merged', async () => {
    const { before, end } = lived.points
    const told = await explainedBetween(before, end)
    const crossed = [...told].filter(([, one]) => isCrossing(one))
    expect(crossed.length).toBeGreaterThan(0)
    const [merged = ''] = lived.byHand.merged.filter((id) => told.get(id)?.score)
    expect(step(told.get(merged), 'corrections')?.raw).toBeGreaterThan(0)
    expect(step(told.get(merged), 'corrections')?.words).toContain('merged')
    const states = [...told.values()].filter(({ change }) => !change?.steps && change?.from.state !== change?.to.state) // prettier-ignore
    expect(states.map(({ change }) => change?.words)).toContain('Has a score on the first date, is dormant on the second') // prettier-ignore

    const some = everybody.filter((_, index) => index % 20 === 0)
    const odd = [merged, ...crossed.slice(0, 3).map(([id]) => id), ...userIds(({ isLate }) => isLate)]
    await expectTheSame(told, [...some, ...odd], before, end)
  })

  test('across the last week, in which events came late and people were taken apart', async () => {
    const { week, end } = lived.points
    const told = await explainedBetween(week, end)
    const late = userIds(({ isLate }) => isLate).map((id) => step(told.get(id), 'corrections'))
    expect(late.some((one) => (one?.raw ?? 0) > 0 && one?.words.includes('came in late'))).toBe(true)
    const apart = lived.byHand.separated.map((id) => step(told.get(id), 'corrections')?.raw ?? 0)
    expect(apart.some((raw) => raw < 0)).toBe(true)
    await expectTheSame(told, lived.byHand.separated, week, end)
  })

  test('across weeks in which a former id was joined with the new one', async () => {
    const { joined, before } = lived.points
    const told = await explainedBetween(joined, before)
    const aliased = lived.demo.people.flatMap(({ formerId }) => formerId ?? [])
    const scored = aliased.filter((id) => told.get(id)?.change?.steps)
    expect(scored.length).toBeGreaterThan(0)
    await expectTheSame(told, scored, joined, before)
  })

  test('at points that were restated, of which one has kept no counts', async () => {
    const { before, restated, week } = lived.points
    const [earlier, later] = restated
    for (const [from, to] of [
      [before, earlier],
      [earlier, later],
      [earlier, week],
    ] as const)
      // prettier-ignore
      await explainedBetween(from, to)
    const told = await explainedBetween(before, earlier)
    const scored = [...told.values()].filter(({ score }) => score)
    expect(scored.every(({ stored }) => stored?.counts.length === 0)).toBe(true)
  })

  test('from one version to the next, which weighs otherwise and compares with the people of its day', async () => {
    const { before, end } = lived.points
    await lived.publishAgain()
    const told = await explained({ asOf: before, version: 1 }, { asOf: end, version: 2 })
    const most = (cause: string, what: 'raw' | 'score') =>
      Math.max(...[...told.values()].map((one) => Math.abs(step(one, cause)?.[what] ?? 0)))
    expect(most('version', 'raw')).toBeGreaterThan(1)
    expect(most('reference', 'score')).toBeGreaterThan(0.1)
    await expectTheSame(told, everybody.slice(0, 5), before, end)
  })

  test('under a rolling reference, where a stage of its own people is left', async () => {
    const { before, end } = lived.points
    await lived.scoreAgain(before)
    const told = await explained({ asOf: before, version: 2 }, { asOf: end, version: 2 })
    const crossing = [...told.values()].filter(isCrossing)
    expect(crossing.some((one) => Math.abs(step(one, 'stage')?.score ?? 0) > 0.1)).toBe(true)
    expect([...told.values()].some(({ score }) => score?.blend)).toBe(true)
  })
})
