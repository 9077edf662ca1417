import { expect, test } from 'vitest'
import { getMigration } from './operations'
import { type Migration, migrationOutput } from './over-time-schema'
import { newWorkspace, storeMerges } from './testing'
import { type Stored, monday, storeModel, storeSnapshot } from './testing-snapshots'

const who = (id: string, rest: Partial<Stored>): Stored => ({ identity: id, ...rest })

/** The moves that anybody made, as "from → to: people". */
const moves = ({ places, matrix }: Migration) =>
  matrix.flatMap((row, from) =>
    row.flatMap((people, to) => (people > 0 ? `${places[from]?.key} → ${places[to]?.key}: ${people}` : [])),
  )

async function compared(before: readonly Stored[], after: readonly Stored[], own?: 'frozen') {
  const workspace = await newWorkspace()
  const reference = own ? { type: own, asOf: '2026-01-12' } : { type: 'rolling' as const }
  const model = await storeModel(workspace.id, { normalisation: { reference } } as never)
  await storeSnapshot({ ...model, asOf: monday(4), people: before })
  await storeSnapshot({ ...model, asOf: monday(0), people: after })
  return { ...workspace, ...model }
}

test('everybody of both dates is in the matrix, and its sums are the counts of the two', async () => {
  const { contextOf, modelId } = await compared(
    [
      who('a', { score: 10 }),
      who('b', { score: 50 }),
      who('c', { score: 90 }),
      who('d', { state: 'grace' }),
      who('e', { state: 'dormant' }),
      who('erased', { score: 95 }),
    ],
    [
      who('a', { score: 85 }),
      who('b', { score: 50 }),
      who('c', { state: 'dormant' }),
      who('d', { score: 30 }),
      who('e', { state: 'dormant' }),
      who('new', { state: 'not-yet-seen' }),
    ],
  )
  const asked = { id: modelId, reference: 'rolling' as const }
  const migration = migrationOutput.parse(await getMigration(contextOf('viewer'), asked))
  expect(moves(migration)).toEqual([
    'at-risk → power: 1',
    'regular → regular: 1',
    'power → dormant: 1',
    'power → absent: 1',
    'grace → regular: 1',
    'dormant → dormant: 1',
    'absent → not-yet-seen: 1',
  ])
  const sums = Object.fromEntries(migration.places.map(({ key, before, after }) => [key, [before, after]]))
  expect(sums).toEqual({
    'at-risk': [1, 0],
    regular: [1, 2],
    power: [2, 1],
    grace: [1, 0],
    dormant: [1, 2],
    excluded: [0, 0],
    unknown: [0, 0],
    'not-yet-seen': [0, 1],
    absent: [1, 1],
  })
})

test('both dates are placed under the reference that is asked for', async () => {
  const { contextOf, modelId } = await compared(
    [who('a', { score: 10, otherScore: 90 }), who('b', { score: 50, otherScore: 50 })],
    [who('a', { score: 10, otherScore: 10 }), who('b', { score: 50, otherScore: 90 })],
  )
  const frozen = await getMigration(contextOf(), { id: modelId })
  expect(frozen.reference).toBe('frozen')
  expect(moves(frozen)).toEqual(['regular → power: 1', 'power → at-risk: 1'])
  const rolling = await getMigration(contextOf(), { id: modelId, reference: 'rolling' })
  expect(moves(rolling)).toEqual(['at-risk → at-risk: 1', 'regular → regular: 1'])
})

test('a version with a frozen reference is placed by its own scores under frozen', async () => {
  const { contextOf, modelId } = await compared(
    [who('a', { score: 10 })],
    [who('a', { score: 90 })],
    'frozen',
  )
  const migration = await getMigration(contextOf(), { id: modelId })
  expect(moves(migration)).toEqual(['at-risk → power: 1'])
  expect(migration.referenceAsOf).toEqual(new Date('2026-01-12T00:00:00Z'))
  await expect(getMigration(contextOf(), { id: modelId, reference: 'rolling' })).rejects.toMatchObject({
    code: 'conflict',
    path: ['reference'],
  })
})

test('merged people go on as who they are counted as, and every row is still counted once', async () => {
  const { id, contextOf, modelId } = await compared(
    [
      who('anon:1', { score: 10 }),
      who('anon:2', { score: 50 }),
      who('anon:3', { score: 90 }),
      who('user:kim', { score: 50 }),
    ],
    [who('user:leo', { score: 90 }), who('user:kim', { score: 10 })],
  )
  await storeMerges([
    { workspace: id, from: 'anon:1', to: 'user:leo' },
    { workspace: id, from: 'anon:2', to: 'user:leo' },
    { workspace: id, from: 'anon:3', to: 'user:kim' },
  ])
  const migration = await getMigration(contextOf(), { id: modelId, reference: 'rolling' })
  const total = (side: 'before' | 'after') =>
    migration.places.reduce((sum, place) => sum + (place.key === 'absent' ? 0 : place[side]), 0)
  expect([total('before'), total('after')]).toEqual([4, 2])
  // anon:3 counts as kim by now, who has a place of their own on both dates.
  expect(moves(migration)).toContain('regular → at-risk: 1')
  expect(moves(migration)).toContain('power → absent: 1')
  // One of the two who became leo goes on as leo; the other one is not there any more.
  const [row] = [migration.matrix.map((cells) => cells[2])]
  expect(row?.reduce((sum = 0, people = 0) => sum + people, 0)).toBe(1)
  expect(migration.places.at(-1)).toMatchObject({ key: 'absent', before: 0, after: 2 })
})
