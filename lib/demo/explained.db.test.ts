import { beforeAll, describe, expect, test } from 'vitest'
import { ask } from '@/lib/engagement/testing'
import { loadHash64 } from '@/lib/ingest/hash64'
import { explainPerson, listPeople } from '@/lib/people/operations'
import type { Explanation } from '@/lib/people/schema'
import { changeCauses } from '@/lib/scoring/engagement/explain-change'
import { db } from '@/lib/server/db'
import { livedDemo } from './testing-lived'

const size = { people: 260, contacts: 0 }
/** The promise that is held here. */
const EXACT = 1e-9
const AT_ONCE = 4

type Stored = {
  run: string
  id: string
  state: string
  raw: number | null
  score: number | null
  tier: string
}
type At = { asOf: Date; version: number }

let lived: Awaited<ReturnType<typeof livedDemo>>
let hash: Awaited<ReturnType<typeof loadHash64>>
let everybody: string[]

const context = () => lived.contextOf('editor', new Date(lived.points.end.getTime() + 86_400_000))

beforeAll(async () => {
  let t = performance.now()
  const lap = (w: string) => {
    console.log(w, Math.round(performance.now() - t))
    t = performance.now()
  }
  hash = await loadHash64()
  lived = await livedDemo(size)
  lap('lived')
  const { items, nextCursor } = await listPeople(context(), { state: 'all', limit: 1000 })
  expect(nextCursor).toBeNull()
  everybody = items.map(({ personId }) => personId)
  lap('people ' + everybody.length)
}, 240_000)

/** What a run has stored, by the id that it knew somebody under. */
async function storedAt({ asOf, version }: At): Promise<Map<string, Stored>> {
  const { runId } = await db().snapshot.findFirstOrThrow({
    where: { modelId: lived.model, asOf, version: { number: version } },
  })
  const rows = await ask<Stored>(
    `SELECT toString(person_id) AS id, state, raw, score, tier FROM scores
     WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID}`,
    { workspace: lived.id, run: runId },
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const idOf = (person: string) => String(hash(person.includes(':') ? person : `user:${person}`))

/** The row of somebody: under their own id, else under the one they had before. */
function rowOf(rows: ReadonlyMap<string, Stored>, person: string): Stored | null {
  const { formerId } = lived.demo.people.find(({ userId }) => userId === person) ?? {}
  return rows.get(idOf(person)) ?? (formerId ? rows.get(idOf(formerId)) : undefined) ?? null
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number) =>
  items.reduce((total, item) => total + of(item), 0)

const isOff = (one: number, other: number) => !(Math.abs(one - other) <= EXACT)

/** What does not add up in why a score is what it is. */
function* faultsOfScore({ score, state }: Explanation, stored: Stored | null): Generator<string> {
  if (state !== (stored?.state ?? 'not-scored')) yield `is ${state}, was ${stored?.state}`
  if (!score || stored?.state !== 'scored') {
    if (score !== null || stored?.raw != null) yield `raw ${stored?.raw} without an explanation`
    return
  }
  if (score.raw !== stored.raw || score.score !== stored.score || score.tier.key !== stored.tier)
    yield `says ${score.raw}, ${score.score}, ${score.tier.key}, has ${stored.raw}, ${stored.score}, ${stored.tier}`
  if (score.remainder !== 0) yield `remainder ${score.remainder}`
  const terms = sum(score.behaviors, ({ term }) => term)
  if (isOff(terms, score.raw)) yield `terms ${terms} are not ${score.raw}`
  const { blend, place, zero } = score
  const reached = blend
    ? blend.young.score + blend.lambda * (blend.old.score - blend.young.score)
    : place.score
  if (isOff(zero ? 0 : reached, score.score)) yield `place ${reached} is not ${score.score}`
  if (isOff((100 * (place.below + place.equal / 2)) / place.n, place.score))
    yield `rank is not ${place.score}`
}

/** What does not add up in why it changed. */
function* faultsOfChange(
  { change }: Explanation,
  before: Stored | null,
  after: Stored | null,
): Generator<string> {
  if (!change) return yield 'no change was told'
  const { from, to, steps, words } = change
  for (const [end, stored] of [
    [from, before],
    [to, after],
  ] as const) {
    // prettier-ignore
    if (end.state !== (stored?.state ?? 'not-scored') || end.raw !== (stored?.raw ?? null) || end.score !== (stored?.score ?? null)) // prettier-ignore
      yield `says ${end.state} ${end.raw} ${end.score}, has ${stored?.state} ${stored?.raw} ${stored?.score}`
  }
  if (words === '') yield 'no words'
  if (from.score === null || to.score === null) {
    if (steps !== null) yield 'steps without a score'
    return
  }
  if (!steps) return yield 'no steps'
  if (JSON.stringify(steps.map(({ cause }) => cause)) !== JSON.stringify(changeCauses)) yield 'another order'
  for (const what of ['raw', 'score'] as const) {
    const moved = (to[what] ?? NaN) - (from[what] ?? NaN)
    if (
      isOff(
        sum(steps, (step) => step[what]),
        moved,
      )
    )
      // prettier-ignore
      yield `${what}: ${sum(steps, (step) => step[what])} is not ${moved}`
  }
  for (const { cause, raw, behaviors } of steps) {
    if (isOff(sum(behaviors, (one) => one.raw), raw)) yield `${cause}: ${sum(behaviors, (one) => one.raw)} is not ${raw}` // prettier-ignore
  }
}

type Told = { person: string; explanation: Explanation }

/** Asks everybody's explanation, a few at once. */
async function explainEverybody(from: At, to: At): Promise<Told[]> {
  const told: Told[] = []
  const left = [...everybody]
  const work = async () => {
    for (let person = left.pop(); person !== undefined; person = left.pop()) {
      const asked = { id: person, model: lived.model, asOf: to.asOf.toISOString(), from: from.asOf.toISOString(), version: to.version, fromVersion: from.version } // prettier-ignore
      told.push({ person, explanation: await explainPerson(context(), asked) })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return told
}

/** Everybody's explanation at a point and their change since another; all of it adds up to what is stored. */
async function checkEverybody(from: At, to: At): Promise<Told[]> {
  const t = performance.now()
  const [before, after] = await Promise.all([storedAt(from), storedAt(to)])
  const told = await explainEverybody(from, to)
  const faults = told.flatMap(({ person, explanation }) => {
    const [earlier, later] = [rowOf(before, person), rowOf(after, person)]
    const found = [...faultsOfScore(explanation, later), ...faultsOfChange(explanation, earlier, later)]
    return found.map((fault) => `${person}: ${fault}`)
  })
  console.log('checked', Math.round(performance.now() - t))
  expect(faults).toEqual([])
  const scored = [...after.values()].filter(({ state }) => state === 'scored').length
  expect(told.filter(({ explanation }) => explanation.score).length).toBe(scored)
  return told
}

const first = (asOf: Date): At => ({ asOf, version: 1 })

const step = ({ explanation }: Told, cause: string) =>
  explanation.change?.steps?.find((one) => one.cause === cause)

const crossed = ({ explanation: { change } }: Told) => change?.steps != null && change.from.stage !== change.to.stage // prettier-ignore

const changedState = ({ explanation: { change } }: Told) =>
  change?.steps === null && change.from.state !== change.to.state

describe('the explanation of everybody in the demo adds up', () => {
  test('across four weeks, with late events, merges by hand and new stages', async () => {
    const told = await checkEverybody(first(lived.points.before), first(lived.points.end))
    expect(told.filter(crossed).some((one) => step(one, 'stage')?.score !== 0)).toBe(true)
    expect(told.filter(changedState).length).toBeGreaterThan(0)
    const merged = told.find(({ person }) => person === lived.byHand.merged[0] || person === lived.byHand.merged[1]) // prettier-ignore
    expect(merged && step(merged, 'corrections')?.raw).toBeGreaterThan(0)
  })

  test('across the last week, where late events and a separation are corrections', async () => {
    const told = await checkEverybody(first(lived.points.week), first(lived.points.end))
    const late = new Set(lived.demo.people.filter(({ isLate }) => isLate).map(({ userId }) => userId))
    const corrected = told.filter(({ person }) => late.has(person)).map((one) => step(one, 'corrections'))
    expect(corrected.some((correction) => correction?.behaviors.some(({ events }) => events > 0))).toBe(true)
    const apart = told.filter(({ person }) => lived.byHand.separated.includes(person))
    expect(apart).toHaveLength(2)
    expect(apart.some((one) => (step(one, 'corrections')?.raw ?? 0) < 0)).toBe(true)
  })

  test('where somebody was known by a former id at first', async () => {
    const earlier = first(lived.points.joined)
    const rows = await storedAt(earlier)
    const former = lived.demo.people.filter(({ formerId }) => formerId && rows.has(idOf(formerId)))
    const told = await checkEverybody(earlier, first(lived.points.before))
    const joined = told.filter(({ person }) => former.some(({ userId }) => userId === person))
    expect(joined.some(({ explanation }) => explanation.change?.steps)).toBe(true)
  })

  test('at points that were restated, one of them without counts', async () => {
    const [earlier, later] = lived.points.restated.map(first)
    if (!earlier || !later) throw new Error('nothing was restated')
    await checkEverybody(earlier, later)
    const told = await checkEverybody(first(lived.points.before), earlier)
    expect(told.every(({ explanation }) => explanation.recounted === (explanation.score !== null))).toBe(true)
  })

  test('from one version to the next, which weighs otherwise and compares with everybody today', async () => {
    await lived.publishAgain()
    const told = await checkEverybody(first(lived.points.before), { asOf: lived.points.end, version: 2 })
    expect(told.some((one) => Math.abs(step(one, 'version')?.raw ?? 0) > 1)).toBe(true)
    expect(told.some((one) => Math.abs(step(one, 'reference')?.score ?? 0) > 0.1)).toBe(true)
  })
})
