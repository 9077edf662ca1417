import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { listActivity } from '@/lib/activity/operations'
import { startRun } from '@/lib/models/operations'
import { scoreRun } from '@/lib/engagement/score-run'
import { NOW, ask, newWorkspace, rowsOfRun, storeEvents } from '@/lib/engagement/testing'
import type { EngagementDocumentInput } from '@/lib/scoring/engagement/document'
import { db } from '@/lib/server/db'
import { taskList } from '@/lib/jobs/registry'
import { warehouse } from '@/lib/warehouse/client'
import { countPreview } from './count-preview'
import { cancelPreviewCount, preparePreview, previewModel } from './operations'
import { pruneCounts } from './prune-counts'
import { type Made, busyDocument, busyWorkspace, countWaiting, drafted, scored } from './testing'

const hour = 3_600_000
const later = (hours: number) => new Date(Date.now() + hours * hour)

let made: Made
let live: string
beforeAll(async () => {
  made = await busyWorkspace(60)
  live = await drafted(made, busyDocument())
  await scored(made, live)
})

const asked = (rest: Partial<EngagementDocumentInput>) => ({
  id: live,
  document: busyDocument(rest) as Record<string, unknown>,
})
const windowOf = (days: number) => asked({ window: { days } })

async function counting(input: ReturnType<typeof asked>): Promise<string> {
  const prepared = await preparePreview(made.contextOf(), input)
  if (prepared.state !== 'counting') throw new Error(JSON.stringify(prepared))
  return prepared.id
}

test('what the live run counted is ready at once, whatever is made of it', async () => {
  expect(await preparePreview(made.contextOf('viewer'), { id: live })).toEqual({
    state: 'ready',
    asOf: NOW,
    people: 61,
    population: expect.any(String),
    reference: null,
    live: { version: 1, asOf: NOW },
  })
})

test('what nobody has counted is counted once for all who ask, and kept', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => preparePreview(made.contextOf(), windowOf(11))))
  const [first] = answers
  expect(first).toMatchObject({ state: 'counting', asOf: NOW, progress: 0, phase: 'Waiting for other work' })
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await countWaiting(made)).toBe(1)
  const id = first?.state === 'counting' ? first.id : ''
  expect(await preparePreview(made.contextOf(), windowOf(11))).toMatchObject({
    state: 'ready',
    population: id,
    people: 61,
  })
  // A document that differs in weights only finds it too.
  const lighter = busyDocument({ window: { days: 11 } })
  const behaviors = lighter.behaviors.map((behavior) => ({ ...behavior, weight: 0.5 }))
  expect(await preparePreview(made.contextOf(), asked({ window: { days: 11 }, behaviors }))).toMatchObject({
    population: id,
  })
  expect(await countWaiting(made)).toBe(0)
})

test('a frozen reference has its day counted in the same pass', async () => {
  const input = asked({
    window: { days: 12 },
    normalisation: { reference: { type: 'frozen', asOf: '2026-05-20' } },
  })
  await counting(input)
  expect(await countWaiting(made)).toBe(1)
  expect(await preparePreview(made.contextOf(), input)).toMatchObject({
    state: 'ready',
    reference: { asOf: new Date('2026-05-19T22:00:00Z'), people: 61 },
  })
  expect(await previewModel(made.contextOf(), input)).toMatchObject({
    referenceAsOf: new Date('2026-05-19T22:00:00Z'),
  })
})

test('a frozen reference with nobody in it, or still to come, is said with its path', async () => {
  const pinned = (asOf: string) => asked({ normalisation: { reference: { type: 'frozen', asOf } } })
  await counting(pinned('2014-01-01'))
  await countWaiting(made)
  const path = ['normalisation', 'reference', 'asOf']
  expect(await preparePreview(made.contextOf(), pinned('2014-01-01'))).toEqual({
    state: 'empty',
    message: 'Nobody has a score at the date of the frozen reference: there is nobody to compare with.',
    path,
  })
  expect(await preparePreview(made.contextOf(), pinned('2031-01-01'))).toMatchObject({ state: 'empty', path })
  for (const day of ['2014-01-01', '2031-01-01']) {
    await expect(previewModel(made.contextOf(), pinned(day))).rejects.toMatchObject({ code: 'invalid', path })
  }
})

test('a workspace without people has nothing to preview', async () => {
  const empty = await newWorkspace()
  const id = await drafted(empty, busyDocument())
  const first = await preparePreview(empty.contextOf(), { id })
  expect(first.state).toBe('counting')
  await countWaiting(empty)
  expect(await preparePreview(empty.contextOf(), { id })).toMatchObject({
    state: 'empty',
    message: 'Nobody is known yet. Send or import events first.',
  })
  expect(await previewModel(empty.contextOf(), { id })).toMatchObject({ n: 0, live: null, movers: null })
})

test('a count that waits is cancelled at once, and made again when that is asked for', async () => {
  const id = await counting(windowOf(13))
  await expect(cancelPreviewCount(made.contextOf('viewer'), { id })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(await cancelPreviewCount(made.contextOf(), { id })).toEqual({ id, state: 'cancelled' })
  expect(await preparePreview(made.contextOf(), windowOf(13))).toEqual({
    state: 'failed',
    message: 'The counting was cancelled.',
  })
  await countPreview({ countIds: [id] })
  expect(await rowsOfRun(id)).toMatchObject({ counts: 0 })
  const again = await preparePreview(made.contextOf(), { ...windowOf(13), again: true })
  expect(again.state).toBe('counting')
  await countWaiting(made)
  expect(await preparePreview(made.contextOf(), windowOf(13))).toMatchObject({ state: 'ready' })
})

test('a count that works stops and leaves nothing', async () => {
  const id = await counting(windowOf(14))
  const working = countPreview({ countIds: [id] }, () => {
    // Asked for while the work begins: the clock is read first of all.
    void db()
      .previewCount.updateMany({ where: { id }, data: { cancelRequestedAt: NOW } })
      .then()
    return NOW
  })
  await working
  expect(await db().previewCount.findUnique({ where: { id } })).toMatchObject({ state: 'cancelled' })
  expect(await rowsOfRun(id)).toMatchObject({ counts: 0 })
})

test('a counting that fails says why, and leaves nothing', async () => {
  const other = await busyWorkspace(8)
  const model = await drafted(other, busyDocument())
  await preparePreview(other.contextOf(), { id: model })
  await db().workspace.update({ where: { id: other.id }, data: { timeZone: 'Moon/Crater' } })
  await countWaiting(other)
  const failed = await preparePreview(other.contextOf(), { id: model })
  expect(failed).toMatchObject({ state: 'failed' })
  expect(failed.state === 'failed' && failed.message).toMatch(/^The warehouse stopped the counting: .*\.$/)
})

test('a statement that counts is killed when the count is cancelled', { timeout: 120_000 }, async () => {
  const other = await newWorkspace()
  await warehouse().command({
    query: `INSERT INTO events (workspace_id, person_id, occurred_at, event_id, kind, name)
      SELECT {workspace:UUID}, intHash64(number % 200000),
        {now:DateTime64(3, 'UTC')} - toIntervalMillisecond(intHash64(number + 1) % 2592000000), toString(number), 'track',
        ['login', 'report', 'export'][1 + number % 3]
      FROM numbers(3000000)`,
    query_params: { workspace: other.id, now: NOW },
  })
  const behaviors = Array.from({ length: 40 }, (_, j) => ({
    key: `b${j}`,
    match: { events: ['login', 'report', 'export'] },
    measure: { type: 'days' as const },
    weight: 1 + j,
  }))
  const model = await drafted(other, busyDocument({ behaviors }))
  const prepared = await preparePreview(other.contextOf(), { id: model })
  const id = prepared.state === 'counting' ? prepared.id : ''
  const queries = () =>
    ask(`SELECT 1 FROM system.processes WHERE Settings['log_comment'] = {comment:String}`, {
      comment: `jobs run:${id}`,
    })
  const working = countPreview({ countIds: [id] })
  await vi.waitUntil(async () => (await queries()).length > 0, { timeout: 20_000, interval: 20 })
  const at = performance.now()
  expect(await cancelPreviewCount(other.contextOf(), { id })).toEqual({ id, state: 'running' })
  await working
  expect(performance.now() - at).toBeLessThan(5000)
  expect(await queries()).toEqual([])
  expect(await rowsOfRun(id)).toMatchObject({ counts: 0 })
  expect(await preparePreview(other.contextOf(), { id: model })).toMatchObject({ state: 'failed' })
})

test('the counting is told of in the tray, and may be cancelled there by who writes models', async () => {
  const id = await counting(windowOf(15))
  const told = async (role: 'editor' | 'viewer') =>
    (await listActivity(made.contextOf(role), {})).items.find((item) => item.id === id)
  expect(await told('editor')).toMatchObject({
    kind: 'preview',
    name: 'Busy',
    state: 'queued',
    mayCancel: true,
  })
  expect(await told('viewer')).toMatchObject({ mayCancel: false })
  await countWaiting(made)
  expect(await told('editor')).toMatchObject({ state: 'done', done: 61, unit: 'people' })
})

test('a preview waits for what has to be counted', async () => {
  const preview = previewModel(made.contextOf(), windowOf(16))
  let did = 0
  while (did === 0) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    did = await countWaiting(made)
  }
  expect(await preview).toMatchObject({ asOf: NOW, version: 1, live: { version: 1 } })
})

test('scores that were made after a count stand before it', async () => {
  const id = await counting(windowOf(17))
  await countWaiting(made)
  await storeEvents([{ workspace: made.id, identity: 'user:late', name: 'login', at: NOW.getTime() - hour }])
  const run = await startRun(made.contextOf(), { id: live, asOf: NOW.toISOString() })
  await scoreRun({ runId: run.id })
  const next = await counting(windowOf(17))
  expect(next).not.toBe(id)
  await countWaiting(made)
  expect(await preparePreview(made.contextOf(), windowOf(17))).toMatchObject({ population: next, people: 62 })

  await pruneCounts(() => later(2))
  expect(await db().previewCount.findUnique({ where: { id } })).toBeNull()
  expect(await rowsOfRun(id)).toMatchObject({ counts: 0 })
  expect(await rowsOfRun(next)).toMatchObject({ counts: 62 })
})

test('what nobody has read for a day is removed every hour', async () => {
  const id = await counting(windowOf(18))
  await countWaiting(made)
  await pruneCounts(() => later(23))
  expect(await rowsOfRun(id)).toMatchObject({ counts: 62 })
  await pruneCounts(() => later(25))
  expect(await rowsOfRun(id)).toMatchObject({ counts: 0 })
  expect((await preparePreview(made.contextOf(), windowOf(18))).state).toBe('counting')
})

test('an instant to come or before 1970 is refused; so is a model that does not exist', async () => {
  for (const asOf of ['2031-01-01', '1969-01-01']) {
    await expect(preparePreview(made.contextOf(), { id: live, asOf })).rejects.toMatchObject({
      code: 'invalid',
      path: ['asOf'],
    })
  }
  await expect(preparePreview(made.contextOf(), { id: randomUUID() })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(taskList['count-preview']).toBeInstanceOf(Function)
})
