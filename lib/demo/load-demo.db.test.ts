import { beforeAll, describe, expect, test } from 'vitest'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { ratedBy } from '@/lib/contacts/contact-models'
import { observedUntil } from '@/lib/engagement/observed-until'
import { ask, countsByPerson, newWorkspace } from '@/lib/ingest/testing'
import { writeEvents } from '@/lib/ingest/write-events'
import { db } from '@/lib/server/db'
import { cancelLoad, findLoad, queueLoad } from './data'
import { loadDemo } from './load-demo'
import { mailEvents } from './mail-events'
import { makeDemo } from './make-demo'
import { modelName } from './model'
import { lateEvents, productEvents } from './product-events'
import { loadSmallDemo, smallSize } from './testing'
import { demoSource } from './write-pieces'

const tiny = { people: 60, contacts: 100 }

/** Leaves the runs in the queue, where no worker takes them. */
const unscored = () => Promise.resolve()

const stored = async (workspaceId: WorkspaceId) => {
  const [row] = await ask<{ events: string; ids: string; ledger: string }>(
    workspaceId,
    `SELECT count() AS events, uniqExact(event_id) AS ids,
       (SELECT count() FROM event_ledger WHERE workspace_id = {w:UUID}) AS ledger
     FROM events WHERE workspace_id = {w:UUID}`,
  )
  return { events: Number(row?.events), ids: Number(row?.ids), ledger: Number(row?.ledger) }
}

/** How many events a demo that was queued into a workspace has in all. */
async function expected(workspaceId: WorkspaceId, size = smallSize): Promise<number> {
  const load = await findLoad(workspaceId)
  const demo = makeDemo(load?.createdAt ?? new Date(), 'UTC', size)
  const count = (pieces: Iterable<{ events: unknown[] }>) =>
    [...pieces].reduce((sum, { events }) => sum + events.length, 0)
  return count(productEvents(demo, 50_000)) + count(mailEvents(demo, 50_000)) + lateEvents(demo).length
}

describe('a demo that was loaded', () => {
  let workspaceId: WorkspaceId
  beforeAll(async () => {
    ;({ workspaceId } = await newWorkspace())
    await loadSmallDemo(workspaceId)
  }, 240_000)

  test('has every event once, and says so', async () => {
    const total = await expected(workspaceId)
    expect(await stored(workspaceId)).toEqual({ events: total, ids: total, ledger: total })
    expect(await findLoad(workspaceId)).toMatchObject({
      state: 'done',
      progress: 1,
      events: total,
      error: null,
    })
  })

  test('is observed until the end of the demo, whenever it was loaded', async () => {
    const workspace = await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } })
    const load = await findLoad(workspaceId)
    const { calendar } = makeDemo(load?.createdAt ?? new Date(), 'UTC', tiny)
    expect(workspace.lastReceivedAt).toBeNull()
    expect(observedUntil(workspace, new Date(calendar.end.getTime() + 36 * 3_600_000))).toEqual(calendar.end)
  })

  test('has a published model with a frozen reference, and everybody scored today and over the past year', async () => {
    const model = await db().model.findFirstOrThrow({
      where: { workspaceId, kind: 'engagement' },
      include: { versions: true },
    })
    expect(model).toMatchObject({ name: modelName, starter: false, versions: [{ number: 1 }] })
    expect(model.versions[0]?.reference).not.toBeNull()
    const runs = await db().run.groupBy({ by: ['state'], where: { workspaceId }, _count: true })
    expect(runs.map(({ state }) => state)).toEqual(['done'])
    const snapshots = await db().snapshot.findMany({
      where: { modelId: model.id },
      orderBy: { asOf: 'desc' },
      select: { asOf: true, people: true },
    })
    expect(snapshots.length).toBeGreaterThanOrEqual(52)
    expect(snapshots[0]?.people).toBeGreaterThan(smallSize.people * 0.5)
  })

  test('has a published contact model, and everybody on the list rated today and over the past year', async () => {
    const ratings = await ratedBy(workspaceId)
    expect(ratings).toMatchObject({ name: 'Newsletter', version: 1, rebuilding: null })
    const [counts] = await ask<{ contacts: string; kinds: number[] }>(
      workspaceId,
      `SELECT count() AS contacts, arraySort(groupUniqArray(stars)) AS kinds FROM contact_ratings FINAL
       WHERE workspace_id = {w:UUID} AND stars > 0`,
    )
    expect(Number(counts?.contacts)).toBe(smallSize.contacts)
    expect(counts?.kinds).toEqual([1, 2, 3, 4, 5])
    const points = await db().contactPoint.findMany({ where: { versionId: ratings?.versionId } })
    expect(points.length).toBeGreaterThanOrEqual(53)
    expect((await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } })).refoldSince).toBeNull()
  })

  test('joined former ids, and left addresses that two people claim to nobody', async () => {
    const people = Object.keys(await countsByPerson(workspaceId))
    expect(people.some((name) => /user:legacy-\d+/.test(name))).toBe(true)
    const [aliased] = await ask<{ n: string }>(
      workspaceId,
      `SELECT count() AS n FROM identity_claims WHERE workspace_id = {w:UUID} AND kind = 'alias'`,
    )
    expect(Number(aliased?.n)).toBeGreaterThanOrEqual(1)
    const shared = await ask<{ email: string }>(
      workspaceId,
      `SELECT from_id AS email FROM identity_claims WHERE workspace_id = {w:UUID} AND kind = 'email'
       GROUP BY from_id HAVING uniqExact(to_id) > 1`,
    )
    expect(shared.length).toBeGreaterThanOrEqual(2)
  })

  test('got its late events after everybody was scored', async () => {
    const { finishedAt } = await db().run.findFirstOrThrow({
      where: { workspaceId },
      orderBy: { finishedAt: 'desc' },
    })
    const [late] = await ask<{ n: string; newest: string }>(
      workspaceId,
      `SELECT count() AS n FROM events
       WHERE workspace_id = {w:UUID} AND kind IN ('track', 'page') AND received_at > '${finishedAt?.toISOString().slice(0, -1)}'`,
    )
    const load = await findLoad(workspaceId)
    expect(Number(late?.n)).toBe(lateEvents(makeDemo(load?.createdAt ?? new Date(), 'UTC', smallSize)).length)
  })

  test('is not loaded again', async () => {
    expect(await queueLoad(workspaceId)).toBe(false)
    await loadDemo({ workspaceId }, { size: tiny })
    expect((await findLoad(workspaceId))?.state).toBe('done')
  })
})

test('a load that is cancelled keeps what is in, and goes on to the same end', async () => {
  const { workspaceId } = await newWorkspace()
  await queueLoad(workspaceId)
  await loadDemo(
    { workspaceId },
    {
      size: tiny,
      scored: async (_, tell) => {
        await cancelLoad(workspaceId, new Date())
        await tell(0.5)
      },
    },
  )
  expect(await findLoad(workspaceId)).toMatchObject({ state: 'cancelled' })
  expect(await db().run.count({ where: { workspaceId, state: 'queued' } })).toBe(0)
  const half = await stored(workspaceId)
  expect(half.events).toBeGreaterThan(1_000)

  expect(await queueLoad(workspaceId)).toBe(true)
  await loadDemo({ workspaceId }, { size: tiny, scored: unscored, rated: unscored })
  const total = await expected(workspaceId, tiny)
  expect(await stored(workspaceId)).toEqual({ events: total, ids: total, ledger: total })
  expect(await db().model.count({ where: { workspaceId } })).toBe(2)
  expect(await db().run.count({ where: { workspaceId, state: 'queued' } })).toBeGreaterThanOrEqual(52)
})

test('a job that died in the middle is done again without a duplicate', async () => {
  const { workspaceId } = await newWorkspace()
  await queueLoad(workspaceId)
  const load = await db().demoLoad.update({ where: { workspaceId }, data: { state: 'running' } })
  const demo = makeDemo(load.createdAt, 'UTC', tiny)
  const [first] = productEvents(demo, 3_000)
  await writeEvents(workspaceId, demoSource, first?.events ?? [], new Date())
  await loadDemo({ workspaceId }, { size: tiny, scored: unscored, rated: unscored })
  const total = await expected(workspaceId, tiny)
  expect(await stored(workspaceId)).toEqual({ events: total, ids: total, ledger: total })
})

test('a load that fails says why, and a workspace that is gone is none of its business', async () => {
  const { workspaceId } = await newWorkspace()
  await queueLoad(workspaceId)
  const broken = () => Promise.reject(new Error('no room'))
  await loadDemo({ workspaceId }, { size: tiny, scored: broken })
  expect(await findLoad(workspaceId)).toMatchObject({ state: 'failed', error: 'The demo stopped: no room' })
  await db().workspace.delete({ where: { id: workspaceId } })
  await loadDemo({ workspaceId }, { size: tiny })
})
