import { expect, test } from 'vitest'
import { stored } from '@/lib/engagement/data'
import { modelDocument, newWorkspace, storeEvents, storeMerges } from '@/lib/engagement/testing'
import {
  type Stored,
  monday,
  referenceAsOf,
  storeModel,
  storeSnapshot,
} from '@/lib/engagement/testing-snapshots'
import type { EngagementDocumentInput } from '@/lib/scoring/engagement/document'
import { db } from '@/lib/server/db'
import { compare } from './operations'
import { type Comparison, comparisonOutput } from './schema'

const behaviors = (weight: number): EngagementDocumentInput['behaviors'] => [
  { key: 'login', name: 'Logged in', match: { events: ['login'] }, weight },
]

/** A model of two versions: the first weighs a login 1, the second 3. */
async function twoVersions(rest: Partial<EngagementDocumentInput> = {}) {
  const workspace = await newWorkspace()
  const { versionId, ...model } = await storeModel(workspace.id, { behaviors: behaviors(1) })
  const second = await db().modelVersion.create({
    data: {
      modelId: model.modelId,
      number: 2,
      document: stored(modelDocument({ behaviors: behaviors(3), ...rest })),
      note: 'Logins count more',
      publishedBy: 'Test',
      referenceAsOf,
    },
  })
  const store = (version: 1 | 2, people: readonly Stored[], asOf = monday(0)) =>
    storeSnapshot({ ...model, versionId: version === 1 ? versionId : second.id, asOf, people })
  const ask = async (asked: object = {}): Promise<Comparison> =>
    comparisonOutput.parse(await compare(workspace.contextOf(), { id: model.modelId, ...asked }))
  return { ...workspace, ...model, store, ask }
}

const people = (scores: Record<string, number>): Stored[] =>
  Object.entries(scores).map(([id, score]) => ({ identity: `user:${id}`, score }))

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function expectSums({ moves }: Comparison) {
  expect(moves?.matrix.map(sum)).toEqual(moves?.rows.map((place) => place.people))
  expect(moves?.columns.map((_, column) => sum(moves.matrix.map((row) => row[column] ?? 0)))).toEqual(
    moves?.columns.map((place) => place.people),
  )
}

test('everybody is where either version puts them; rows and columns sum to the two', async () => {
  const { store, ask } = await twoVersions()
  await store(1, [...people({ ada: 10, ben: 90, cleo: 50, dan: 15, eva: 85 }), { identity: 'user:fay', state: 'dormant' }]) // prettier-ignore
  await store(2, [...people({ ada: 30, ben: 70, cleo: 50, dan: 81, fay: 5 }), { identity: 'user:eva', state: 'excluded' }]) // prettier-ignore
  const found = await ask()
  expect(found).toMatchObject({
    asOf: monday(0),
    from: { version: 1, scores: { n: 5, tiers: [{ people: 2 }, { people: 1 }, { people: 2 }] } },
    to: { version: 2, note: 'Logins count more', scores: { n: 5, reference: 'rolling' } },
    changes: ['Logged in: weight 1 → 3'],
    missing: [],
    instants: [{ asOf: monday(0), both: true }],
    moves: { n: 4, up: 2, down: 1, same: 1 },
  })
  expectSums(found)
  const place = (key: string) => found.moves?.rows.findIndex((row) => row.key === key) ?? -1
  const cell = (from: string, to: string) => found.moves?.matrix[place(from)]?.[place(to)]
  expect(cell('at-risk', 'regular')).toBe(1)
  expect(cell('at-risk', 'power')).toBe(1)
  expect(cell('power', 'excluded')).toBe(1)
  expect(cell('dormant', 'at-risk')).toBe(1)
  expect(found.moves?.rows.at(-1)).toMatchObject({ key: 'absent', people: 0 })
})

test('versions with other tiers have a matrix that is not square', async () => {
  const tiers = [0, 20, 60, 80].map((from) => ({ key: `from-${from}`, from }))
  const { store, ask } = await twoVersions({ tiers })
  const tierOf = (score: number) => `from-${[80, 60, 20, 0].find((from) => score >= from)}`
  await store(1, people({ ada: 10, ben: 90, cleo: 70, dan: 70 }))
  await store(2, people({ ada: 10, ben: 79, cleo: 65, dan: 40 }).map((one) => ({ ...one, tier: tierOf(one.score ?? 0) }))) // prettier-ignore
  const found = await ask({ from: 1, to: 2 })
  expect(found.moves).toMatchObject({ n: 4, up: 1, down: 1, same: 2 })
  expect([found.moves?.rows.length, found.moves?.columns.length]).toEqual([9, 10])
  expectSums(found)
})

test('the movers come with the behavior that moved them, masked for those who may not see people', async () => {
  const { id, contextOf, modelId, store, ask } = await twoVersions()
  const identity = 'user:june@example.com'
  const at = monday(0).getTime() - 86_400_000
  await storeEvents([1, 2].map((hour) => ({ workspace: id, identity, name: 'login', at: at + hour * 1000 })))
  await store(1, [{ identity, score: 10 }, ...people({ ben: 90, cleo: 50 })])
  await store(2, [{ identity, score: 70 }, ...people({ ben: 40, cleo: 50 })])
  const { moves } = await ask()
  expect(moves?.movers).toMatchObject({
    up: [
      {
        personId: 'june@example.com',
        before: 10,
        after: 70,
        change: 60,
        tierBefore: 'at-risk',
        tierAfter: 'regular',
        reason: 'Logged in: 2 → 6 raw points',
      },
    ],
    down: [{ personId: 'ben', change: -50, reason: null }],
  })
  const masked = await compare(contextOf('viewer'), { id: modelId })
  expect(masked.moves?.movers.up).toMatchObject([{ personId: 'j•••@e•••' }])
  expect(JSON.stringify(masked)).not.toContain('example')
})

test('somebody merged between the two runs is one person', async () => {
  const { id, store, ask } = await twoVersions()
  await store(1, [{ identity: 'anon:1', score: 10 }, ...people({ kim: 50 })])
  await store(2, people({ leo: 90, kim: 50 }))
  await storeMerges([{ workspace: id, from: 'anon:1', to: 'user:leo' }])
  const found = await ask()
  expect(found.moves).toMatchObject({ n: 2, up: 1, down: 0, same: 1 })
  expect(found.moves?.movers.up).toMatchObject([{ personId: 'leo', before: 10, after: 90 }])
  expectSums(found)
})

test('the date is the newest of which both have scores, else the newest of the newer version', async () => {
  const { store, ask } = await twoVersions()
  await store(1, people({ ada: 10 }), monday(2))
  await store(2, people({ ada: 30 }), monday(0))
  expect(await ask()).toMatchObject({
    asOf: monday(0),
    from: { version: 1, scores: null },
    missing: [1],
    moves: null,
    instants: [
      { asOf: monday(0), both: false },
      { asOf: monday(2), both: false },
    ],
  })
  await store(2, people({ ada: 30 }), monday(2))
  expect(await ask()).toMatchObject({ asOf: monday(2), missing: [], moves: { n: 1, up: 1 } })
  expect(await ask({ asOf: '2026-01-05' })).toMatchObject({ missing: [1, 2], moves: null })
  // The other way round is the other way round.
  expect(await ask({ from: 2, to: 1 })).toMatchObject({
    moves: { up: 0, down: 1 },
    changes: ['Logged in: weight 3 → 1'],
  })
})

test('a version is not compared with itself, with one that is not there, or with nothing', async () => {
  const { ask, contextOf } = await twoVersions()
  await expect(ask({ from: 2, to: 2 })).rejects.toMatchObject({ code: 'invalid', path: ['from'] })
  await expect(ask({ from: 9, to: 2 })).rejects.toMatchObject({ code: 'not_found', path: ['from'] })
  const { workspaceId: _, ...single } = await storeModel(contextOf().workspace.id)
  const alone = compare(contextOf(), { id: single.modelId })
  await expect(alone).rejects.toMatchObject({ code: 'conflict' })
})
