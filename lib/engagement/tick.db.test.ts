import { describe, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { warehouse } from '@/lib/warehouse/client'
import { pruneSnapshots } from './prune-snapshots'
import { modelDocument, newWorkspace, rowsOfRun } from './testing'
import { tick } from './tick'

const day = 86_400_000
const utc = (text: string) => new Date(`${text}Z`)
const short = (instant: Date) => instant.toISOString().slice(0, 16)

/** A workspace with a published model; nothing is scored, and the jobs of its runs are done by nobody. */
async function published(of: Parameters<typeof newWorkspace>[0]) {
  const { id: workspaceId } = await newWorkspace(of)
  const draft = JSON.parse(JSON.stringify(modelDocument()))
  const model = await db().model.create({
    data: { workspaceId, kind: 'engagement', name: 'Test', draft, draftTag: 'one' },
  })
  const publish = (number: number) =>
    db().modelVersion.create({
      data: {
        modelId: model.id,
        number,
        document: draft,
        note: '',
        publishedBy: 'Test',
        referenceAsOf: utc('2026-01-01T00:00'),
      },
    })
  const { id: versionId } = await publish(1)
  const runs = () => db().run.findMany({ where: { modelId: model.id }, orderBy: { asOf: 'asc' } })
  return {
    workspaceId,
    modelId: model.id,
    publish,
    runs,
    tickAt: (now: string) => tick({ clock: () => utc(now), workspaceId }),
    points: async () => (await runs()).map(({ asOf }) => short(asOf)),
    /** As if a run had been done. */
    snapshot: async (asOf: Date, { scheduled = true, version = versionId } = {}) => {
      const of = { modelId: model.id, versionId: version, asOf, scheduled }
      const run = await db().run.create({ data: { ...of, workspaceId, state: 'done' } })
      await db().snapshot.create({ data: { ...of, runId: run.id, people: 0, summary: {} } })
      return run.id
    },
    snapshots: async () =>
      (await db().snapshot.findMany({ where: { modelId: model.id }, orderBy: { asOf: 'asc' } })).map(
        ({ asOf }) => asOf,
      ),
  }
}

describe('the tick', () => {
  test('queues a scheduled run of a live workspace each local day, once', async () => {
    const { tickAt, runs, points } = await published({
      timeZone: 'Europe/Berlin',
      lastReceivedAt: utc('2026-06-10T12:00'),
    })
    await tickAt('2026-06-10T21:59')
    await tickAt('2026-06-10T22:00')
    await tickAt('2026-06-10T22:01')
    await tickAt('2026-06-11T22:00')
    expect(await points()).toEqual(['2026-06-09T22:00', '2026-06-10T22:00', '2026-06-11T22:00'])
    expect((await runs()).map(({ scheduled, state, batchId }) => [scheduled, state, batchId])).toEqual(
      Array(3).fill([true, 'queued', null]),
    )
  })

  test('queues once when two come at the same time', async () => {
    const { tickAt, points } = await published({ lastReceivedAt: utc('2026-06-10T12:00') })
    await Promise.all(Array.from({ length: 4 }, () => tickAt('2026-06-10T12:00')))
    expect(await points()).toEqual(['2026-06-10T00:00'])
  })

  test('makes up for the Mondays of three weeks in one batch', async () => {
    const { tickAt, runs, snapshot, points } = await published({ lastReceivedAt: utc('2026-06-10T12:00') })
    await snapshot(utc('2026-05-20T00:00'))
    await tickAt('2026-06-11T09:30')
    await tickAt('2026-06-11T09:31')
    expect(await points()).toEqual([
      '2026-05-20T00:00',
      '2026-05-25T00:00',
      '2026-06-01T00:00',
      '2026-06-08T00:00',
      '2026-06-11T00:00',
    ])
    const [, ...queued] = await runs()
    expect(new Set(queued.map(({ batchId }) => batchId))).toEqual(new Set([queued.at(-1)?.id]))
  })

  test('leaves a log imported years later where it ends', async () => {
    const { tickAt, points } = await published({ lastOccurredAt: utc('2014-06-05T18:00') })
    for (const now of ['2026-06-10T12:00', '2026-06-11T12:00', '2026-06-12T12:00']) await tickAt(now)
    expect(await points()).toEqual(['2014-06-06T00:00'])
  })

  test('leaves alone workspaces without events, drafts and archived models', async () => {
    const empty = await published({})
    const archived = await published({ lastReceivedAt: utc('2026-06-10T12:00') })
    const at = utc('2026-06-01T12:00')
    await db().model.update({ where: { id: archived.modelId }, data: { archivedAt: at } })
    const draft = await published({ lastReceivedAt: utc('2026-06-10T12:00') })
    await db().modelVersion.deleteMany({ where: { modelId: draft.modelId } })
    for (const { tickAt, points } of [empty, archived, draft]) {
      await tickAt('2026-06-10T12:00')
      expect(await points()).toEqual([])
    }
  })

  test('scores a new version at the newest day too', async () => {
    const { tickAt, publish, runs } = await published({ lastReceivedAt: utc('2026-06-10T12:00') })
    await tickAt('2026-06-10T12:00')
    const { id } = await publish(2)
    await tickAt('2026-06-10T12:05')
    expect((await runs()).filter(({ versionId }) => versionId === id)).toMatchObject([
      { asOf: utc('2026-06-10T00:00'), scheduled: true },
    ])
  })

  test('tries a run that failed again an hour later, not every minute', async () => {
    const { tickAt, runs, modelId } = await published({ lastReceivedAt: utc('2026-06-10T12:00') })
    await tickAt('2026-06-10T12:00')
    await db().run.updateMany({
      where: { modelId },
      data: { state: 'failed', finishedAt: utc('2026-06-10T12:02') },
    })
    for (const now of ['2026-06-10T12:03', '2026-06-10T12:04', '2026-06-10T13:01']) await tickAt(now)
    expect(await runs()).toHaveLength(1)
    await tickAt('2026-06-10T13:02')
    await tickAt('2026-06-10T13:03')
    expect((await runs()).map(({ state }) => state).sort()).toEqual(['failed', 'queued'])
  })
})

describe('of the past', () => {
  const from = utc('2025-12-01T00:00').getTime()
  const days = Array.from({ length: 200 }, (_, n) => new Date(from + n * day))
  const prune = (workspaceId: Awaited<ReturnType<typeof published>>['workspaceId'], now: Date) =>
    pruneSnapshots({ clock: () => now, workspaceId })

  test('ninety days stay, before them the Mondays, and what somebody asked for', async () => {
    const now = new Date((days.at(-1)?.getTime() ?? 0) + 9 * 3_600_000)
    const { workspaceId, snapshot, snapshots } = await published({ lastReceivedAt: now })
    for (const asOf of days) await snapshot(asOf)
    const asked = utc('2025-12-09T10:00')
    await snapshot(asked, { scheduled: false })
    await prune(workspaceId, now)
    const left = await snapshots()
    const expected = days.filter(
      (asOf) => asOf.getTime() >= now.getTime() - 90 * day || asOf.getUTCDay() === 1,
    )
    expect(left).toEqual([...expected, asked].sort((a, b) => a.getTime() - b.getTime()))
    await prune(workspaceId, now)
    expect(await snapshots()).toEqual(left)
  })

  test('the newest of each version stays, whatever its day', async () => {
    const { workspaceId, publish, snapshot, snapshots } = await published({
      lastReceivedAt: utc('2026-06-10T12:00'),
    })
    const { id: version } = await publish(2)
    await snapshot(utc('2025-12-03T00:00'))
    await snapshot(utc('2025-12-04T00:00'))
    await snapshot(utc('2025-12-05T00:00'), { version })
    await prune(workspaceId, utc('2026-06-10T12:00'))
    expect((await snapshots()).map(short)).toEqual(['2025-12-04T00:00', '2025-12-05T00:00'])
  })

  test('a log that ended long ago keeps its own last ninety days', async () => {
    const { workspaceId, snapshot, snapshots } = await published({ lastOccurredAt: utc('2014-06-05T18:00') })
    for (const asOf of ['2014-02-25T00:00', '2014-04-01T00:00', '2014-06-06T00:00']) await snapshot(utc(asOf))
    await prune(workspaceId, utc('2026-06-10T12:00'))
    expect((await snapshots()).map(short)).toEqual(['2014-04-01T00:00', '2014-06-06T00:00'])
  })

  test('Mondays are those of the zone, also where the clock was changed, and after the zone was', async () => {
    const mondays = ['2025-10-12T22:00', '2025-10-19T22:00', '2025-10-26T23:00', '2025-11-02T23:00']
    const others = ['2025-10-13T22:00', '2025-10-25T22:00', '2025-10-27T23:00']
    const { workspaceId, snapshot, snapshots } = await published({
      timeZone: 'Europe/Berlin',
      lastReceivedAt: utc('2026-06-10T12:00'),
    })
    for (const asOf of [...mondays, ...others, '2026-06-10T22:00']) await snapshot(utc(asOf))
    await prune(workspaceId, utc('2026-06-10T12:00'))
    const left = [...mondays, '2026-06-10T22:00']
    expect((await snapshots()).map(short)).toEqual(left)
    await db().workspace.update({ where: { id: workspaceId }, data: { timeZone: 'America/New_York' } })
    await prune(workspaceId, utc('2026-06-10T12:00'))
    expect((await snapshots()).map(short)).toEqual(left)
  })

  test('the rows go with the snapshot', async () => {
    const { workspaceId, snapshot } = await published({ lastReceivedAt: utc('2026-06-10T12:00') })
    const runs = []
    for (const asOf of ['2025-12-08T00:00', '2025-12-09T00:00', '2026-06-09T00:00']) {
      const run = await snapshot(utc(asOf))
      await warehouse().insert({
        table: 'scores',
        values: [
          { workspace_id: workspaceId, run_id: run, person_id: '7', as_of: `${asOf}:00Z`, state: 'scored' },
        ],
        format: 'JSONEachRow',
      })
      runs.push(run)
    }
    await prune(workspaceId, utc('2026-06-10T12:00'))
    const rows = await Promise.all(runs.map(rowsOfRun))
    expect(rows.map(({ scores }) => scores)).toEqual([1, 0, 1])
  })
})
