import { expect, test } from 'vitest'
import { newWorkspace } from '@/lib/ingest/testing'
import { writeEvents } from '@/lib/ingest/write-events'
import { requestCancel } from '@/lib/engagement/run-data'
import { db } from '@/lib/server/db'
import { ratedBy } from '../contact-models'
import { makeUsualContactModel, queueRebuild } from './publish-contact'
import { rebuildContacts } from './rebuild-contacts'
import {
  contactAction,
  expectedRating,
  publishAndRate,
  publishModel,
  storedChanges,
  storedScores,
} from './testing-current'

const DAY = 86_400_000
const now = new Date()
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY)
const source = { id: '00000000-0000-4000-8000-000000000001', kind: 'http' as const }
const reads = (email: string, days: readonly number[]) =>
  days.map((day) => contactAction(email, 'read', daysAgo(day), { properties: { messageId: `m${day}` } }))

test('a rebuild beside a running writer misses nothing', async () => {
  const { workspaceId } = await newWorkspace()
  const people = Array.from({ length: 12 }, (_, index) => `c${index}@example.com`)
  const early = people.flatMap((email) => reads(email, [50, 40, 30]))
  await writeEvents(workspaceId, source, early, now)
  const { modelId, versionId, runId } = await publishModel(workspaceId)
  const late = people.map((email) => reads(email, [20, 10]))
  let writing = true
  const written = (async () => {
    for (const events of late) await writeEvents(workspaceId, source, events, new Date())
    writing = false
  })()
  await rebuildContacts({ runId })
  while (writing) await rebuildContacts({ runId: await queueRebuild(workspaceId, modelId, new Date()) })
  await written
  const stored = await storedScores(workspaceId, versionId)
  for (const [index, email] of people.entries()) {
    const all = [...early.filter((event) => event.email === email), ...(late[index] ?? [])]
    expect(stored[`email:${email}`]?.score).toBeCloseTo(expectedRating(all, {}, now).score, 9)
  }
})

test('a new version is told against the one before, whose ratings go', async () => {
  const { workspaceId } = await newWorkspace()
  const first = await publishAndRate(workspaceId)
  await writeEvents(workspaceId, source, reads('ann@example.com', [5, 4, 3, 2, 1]), now)
  await writeEvents(workspaceId, source, reads('bob@example.com', [1]), now)
  const before = (await storedChanges(workspaceId)).length
  const next = await publishAndRate(workspaceId, { stars: [1, 2, 3, 4] }, { id: first.modelId, points: true })
  const changes = (await storedChanges(workspaceId)).slice(before)
  expect(changes.map(({ before, after, cause }) => [before, after, cause]).sort()).toEqual([
    [2, 3, 'model'],
    [3, 5, 'model'],
  ])
  expect(await storedScores(workspaceId, first.versionId)).toEqual({})
  expect(Object.keys(await storedScores(workspaceId, next.versionId)).length).toBe(2)
  const points = await db().contactPoint.findMany({
    where: { versionId: next.versionId },
    orderBy: { asOf: 'asc' },
  })
  expect(points.length).toBeGreaterThan(52)
  expect(points[0]).toMatchObject({ contacts: 0, stars: [0, 0, 0, 0, 0] })
  expect(points.at(-1)?.contacts).toBeGreaterThanOrEqual(1)
})

test('while a first version is being rated, the ratings are said to be on their way', async () => {
  const { workspaceId } = await newWorkspace()
  expect(await ratedBy(workspaceId)).toBeNull()
  const { runId } = await makeUsualContactModel(workspaceId, 'Test', now)
  expect(await ratedBy(workspaceId)).toMatchObject({
    ...{ name: 'Newsletter', version: 1, rebuilding: { runId, progress: 0 } },
  })
  await rebuildContacts({ runId })
  expect(await ratedBy(workspaceId)).toMatchObject({ version: 1, rebuilding: null })
  await expect(makeUsualContactModel(workspaceId, 'Test', now)).rejects.toMatchObject({ code: 'conflict' })
})

test('one that is cancelled leaves the version before in its place, kept current', async () => {
  const { workspaceId } = await newWorkspace()
  const first = await publishAndRate(workspaceId)
  const next = await publishModel(workspaceId, { gravity: 0 }, first.modelId)
  expect(await ratedBy(workspaceId)).toMatchObject({ version: 2, rebuilding: { runId: next.runId } })
  await requestCancel(workspaceId, next.runId, new Date())
  await rebuildContacts({ runId: next.runId })
  expect(await ratedBy(workspaceId)).toMatchObject({ version: 1, rebuilding: null })
  await writeEvents(workspaceId, source, reads('ann@example.com', [1]), now)
  expect(Object.keys(await storedScores(workspaceId, first.versionId))).toEqual(['email:ann@example.com'])
})
