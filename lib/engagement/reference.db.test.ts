import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { createModel, listVersions, publishModel, startRun } from '@/lib/models/operations'
import { getDistribution, listScores } from './operations'
import { referenceOfVersion } from './reference'
import { scoreRun } from './score-run'
import { NOW, ask, modelDocument, newWorkspace, rowsOfRun, storeEvents } from './testing'

const day = 86_400_000
const at = (daysAgo: number) => NOW.getTime() - daysAgo * day
const pinned = '2026-05-16'

const frozen = { normalisation: { reference: { type: 'frozen' as const, asOf: pinned } } }

/** People with one to five logins each, by name, so many days ago. */
const logins = (workspace: string, name: string, times: readonly number[], daysAgo: number) =>
  times.flatMap((count, n) =>
    Array.from({ length: count }, () => ({
      workspace,
      identity: `user:${name}${n}`,
      name: 'login',
      at: at(daysAgo),
    })),
  )

async function workspaceWith(timeZone = 'UTC') {
  const made = await newWorkspace({ timeZone, lastOccurredAt: NOW })
  await storeEvents([...logins(made.id, 'past', [1, 2, 3, 4], 35), ...logins(made.id, 'now', [2, 3], 3)])
  return made
}

async function publish(
  { contextOf }: Awaited<ReturnType<typeof newWorkspace>>,
  rest: Parameters<typeof modelDocument>[0] = {},
) {
  const { id } = await createModel(contextOf(), { document: modelDocument(rest) })
  const { runId } = await publishModel(contextOf(), { id })
  const version = await db().modelVersion.findFirstOrThrow({ where: { modelId: id } })
  return { id, runId, version }
}

const storedRows = (version: string) =>
  ask<{ stage: number; points: number; people: number }>(
    `SELECT stage, rank_key / 1e9 AS points, sum(people)::UInt32 AS people FROM version_references
     WHERE version_id = {version:UUID} GROUP BY stage, rank_key ORDER BY stage, rank_key`,
    { version },
  )

const scoresOf = async (
  made: Awaited<ReturnType<typeof newWorkspace>>,
  asked: { id: string; reference?: 'rolling' | 'frozen' },
) => {
  const { items } = await listScores(made.contextOf(), asked)
  return new Map(items.map(({ personId, score }) => [personId, score]))
}

test('a pinned reference is stored at publishing: the population of its day, scored under the version', async () => {
  const made = await workspaceWith()
  const { version } = await publish(made, frozen)
  expect(version.referenceAsOf).toEqual(new Date('2026-05-16T00:00:00Z'))
  expect(referenceOfVersion(version)).toEqual({
    asOf: new Date('2026-05-16T00:00:00Z'),
    n: 4,
    stages: [
      { key: 'new', people: 4, positive: 4, highest: null },
      { key: 'established', people: 0, positive: 0, highest: null },
    ],
  })
  expect(await storedRows(version.id)).toEqual(
    [1, 2, 3, 4].map((points) => ({ stage: 0, points, people: 1 })),
  )
  expect(await rowsOfRun(version.id)).toEqual({ counts: 0, scores: 0 })
  expect(await listVersions(made.contextOf('viewer'), { id: version.modelId })).toMatchObject({
    items: [{ version: 1, referenceAsOf: new Date('2026-05-16T00:00:00Z') }],
  })
})

test('the day is one of the workspace, its first instant', async () => {
  const made = await workspaceWith('America/New_York')
  const { version } = await publish(made, frozen)
  expect(version.referenceAsOf).toEqual(new Date('2026-05-16T04:00:00Z'))
})

test('a frozen score stays when the population moves, and the rolling one does not', async () => {
  const made = await workspaceWith()
  const { id, runId } = await publish(made, frozen)
  await scoreRun({ runId })
  const [before, rollingBefore] = [
    await scoresOf(made, { id }),
    await scoresOf(made, { id, reference: 'rolling' }),
  ]
  // Two logins are above the one of the four people of then who had one, and tied with another.
  expect(before.get('now0')).toBe((100 * (1 + 1 / 2)) / 4)

  await storeEvents(logins(made.id, 'crowd', [9, 9, 9, 9, 9, 9], 2))
  const again = await startRun(made.contextOf(), { id, asOf: NOW.toISOString() })
  await scoreRun({ runId: again.id })
  const after = await scoresOf(made, { id })
  const rollingAfter = await scoresOf(made, { id, reference: 'rolling' })
  for (const [person, score] of before) expect(after.get(person)).toBe(score)
  expect(rollingAfter.get('now0')).toBeLessThan(rollingBefore.get('now0') ?? 0)
})

test.each([
  ['at which nobody has a score', '2020-01-01', /Nobody has a score/],
  ['in the future', '2026-06-16', /in the future/],
])('a pinned day %s refuses publishing, and leaves nothing', async (_, asOf, message) => {
  const made = await workspaceWith()
  const document = modelDocument({ normalisation: { reference: { type: 'frozen', asOf } } })
  const { id } = await createModel(made.contextOf(), { document })
  await expect(publishModel(made.contextOf(), { id })).rejects.toMatchObject({
    code: 'invalid',
    path: ['normalisation', 'reference', 'asOf'],
    message: expect.stringMatching(message),
  })
  expect(await db().modelVersion.count({ where: { modelId: id } })).toBe(0)
  const rows = await ask('SELECT 1 FROM version_references WHERE workspace_id = {id:UUID}', { id: made.id })
  expect(rows).toEqual([])
})

test('the first run of a rolling version stores its people as the reference', async () => {
  const made = await workspaceWith()
  const { id, runId, version } = await publish(made)
  expect(version).toMatchObject({ referenceAsOf: NOW, reference: null })
  await scoreRun({ runId })
  const { id: later } = await startRun(made.contextOf(), { id, asOf: '2026-06-01' })
  await scoreRun({ runId: later })

  const stored = await db().modelVersion.findUniqueOrThrow({ where: { id: version.id } })
  expect(referenceOfVersion(stored)).toMatchObject({ asOf: NOW, n: 6 })
  expect(await storedRows(version.id)).toEqual([
    { stage: 0, points: 2, people: 1 },
    { stage: 0, points: 3, people: 1 },
    { stage: 1, points: 0, people: 4 },
  ])
  // At the instant of the reference itself the two agree.
  expect(await scoresOf(made, { id, reference: 'frozen' })).toEqual(await scoresOf(made, { id }))
})

test('where the first run is of another instant, the people of the reference are counted beside it', async () => {
  const made = await workspaceWith()
  const { id, version } = await publish(made)
  const { id: earlier } = await startRun(made.contextOf(), { id, asOf: '2026-05-20' })
  await scoreRun({ runId: earlier })
  const stored = await db().modelVersion.findUniqueOrThrow({ where: { id: version.id } })
  expect(referenceOfVersion(stored)).toMatchObject({ asOf: NOW, n: 6 })
  const leftovers = await ask('SELECT 1 FROM run_counts WHERE workspace_id = {id:UUID}', { id: made.id })
  expect(leftovers).toEqual([])
  const shown = await getDistribution(made.contextOf(), { id, asOf: '2026-05-20', reference: 'frozen' })
  expect(shown).toMatchObject({ reference: 'frozen', referenceAsOf: NOW, n: 4 })
  expect(shown.bins.reduce((sum, people) => sum + people, 0)).toBe(4)
})

test('two first runs at once store one reference', async () => {
  const made = await workspaceWith()
  const { id, runId, version } = await publish(made)
  const { id: other } = await startRun(made.contextOf(), { id, asOf: '2026-06-10' })
  await Promise.all([scoreRun({ runId }), scoreRun({ runId: other })])
  const people = (await storedRows(version.id)).reduce((sum, row) => sum + row.people, 0)
  expect(people).toBe(6)
})

test('a version that was published before there were people gets those of the first run that finds some', async () => {
  const made = await newWorkspace()
  const { id, runId, version } = await publish(made)
  await scoreRun({ runId })
  expect(await getDistribution(made.contextOf(), { id })).toMatchObject({ n: 0, reference: 'rolling' })
  await expect(getDistribution(made.contextOf(), { id, reference: 'frozen' })).rejects.toMatchObject({
    code: 'conflict',
    path: ['reference'],
  })

  await storeEvents(logins(made.id, 'late', [1, 2, 3], 100))
  const { id: later } = await startRun(made.contextOf(), { id, asOf: '2026-03-15' })
  await scoreRun({ runId: later })
  const stored = await db().modelVersion.findUniqueOrThrow({ where: { id: version.id } })
  expect(stored.referenceAsOf).toEqual(new Date('2026-03-15T00:00:00Z'))
  expect(referenceOfVersion(stored)).toMatchObject({ n: 3 })
})

test('the people compared with do not mix with those of another version', async () => {
  const made = await workspaceWith()
  const first = await publish(made, frozen)
  const second = await publish(made, { ...frozen, window: { days: 90 } })
  await scoreRun({ runId: second.runId })
  expect(first.version.id).not.toBe(second.version.id)
  expect((await storedRows(second.version.id)).length).toBe(4)
  await expect(listScores(made.contextOf(), { id: randomUUID() })).rejects.toMatchObject({
    code: 'not_found',
  })
})
