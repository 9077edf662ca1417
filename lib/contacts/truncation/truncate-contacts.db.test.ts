import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { ask, newWorkspace, storeMerges } from '@/lib/engagement/testing'
import { trackEvent } from '@/lib/ingest/testing'
import { writeEvents } from '@/lib/ingest/write-events'
import { createModel, publishModel } from '@/lib/models/operations'
import { AS_OF, DAY, anyHistory, contactModel } from '@/lib/scoring/contacts/testing'
import { db } from '@/lib/server/db'
import { rebuildContacts } from '../current/rebuild-contacts'
import { previewContactModel } from '../what-if/operations'
import { cancelTruncation, listTruncations, startTruncation, truncationEffect } from './operations'
import { truncateContacts } from './truncate-contacts'

const document = contactModel({
  gravity: 1.5,
  actions: [{ action: 'read' }, { action: 'click' }, { action: 'bounce_hard' }, { action: 'bounce_soft' }],
})
const before = new Date(AS_OF - 10 * DAY).toISOString().slice(0, 10)

let made: Awaited<ReturnType<typeof newWorkspace>>
let id: string

beforeEach(async () => {
  made = await newWorkspace({ lastOccurredAt: new Date(AS_OF - DAY / 2) })
  const histories = fc.sample(anyHistory, { numRuns: 30, seed: 3 })
  const actions = histories.flatMap((history, contact) =>
    history.actions.map(({ id: event, action, at, messageId, listId, machine = false }) =>
      trackEvent(`${contact}-${event}`, {
        ...{ kind: 'action', name: action, email: `c${contact}@example.org`, machine },
        ...{ occurredAt: new Date(at), properties: { messageId, listId } },
      }),
    ),
  )
  // What somebody does in the product is nobody's mail.
  const login = trackEvent('login', { email: 'c4@example.org', occurredAt: new Date(AS_OF - 25 * DAY) })
  const source = { id: randomUUID(), kind: 'import' } as const
  await writeEvents(made.id, source, [...actions, login], new Date(AS_OF))
  const [from, to] = ['email:c5@example.org', 'email:c6@example.org']
  await storeMerges([{ workspace: made.id, from, to }])
  ;({ id } = await createModel(made.contextOf(), { document: { ...document } }))
  const { runId } = await publishModel(made.contextOf(), { id, note: '' })
  await rebuildContacts({ runId }, () => new Date(AS_OF))
}, 60_000)

const manager = () => made.contextOf('admin')
const rated = () =>
  ask<{ person: string; score: number; stars: number }>(
    `SELECT toString(person_id) AS person, score, toUInt32(stars) AS stars FROM contact_ratings FINAL
     WHERE workspace_id = {w:UUID} AND stars > 0 ORDER BY person_id`,
    { w: made.id },
  )
const countEvents = async (where: string) =>
  (
    await ask<{ n: number }>(
      `SELECT toUInt32(count()) AS n FROM events WHERE workspace_id = {w:UUID} AND ${where}`,
      { w: made.id },
    )
  )[0]?.n ?? 0

describe('dropping old actions', () => {
  test('does exactly what was shown before, to everybody', async () => {
    const effect = await truncationEffect(manager(), { before })
    const [model] = effect.models
    expect(effect.dropped).toBeGreaterThan(50)
    expect(effect.actions).toBe(await countEvents(`kind = 'action'`))
    const earlier = await rated()
    expect(model?.contacts).toBe(earlier.length)

    const { id: truncation } = await startTruncation(manager(), { before, confirm: before })
    await truncateContacts({ truncationId: truncation })
    const [done] = (await listTruncations(manager(), {})).items
    expect(done).toMatchObject({ id: truncation, state: 'done', progress: 1, dropped: effect.dropped })

    const later = await rated()
    expect(later.map(({ person }) => person)).toEqual(earlier.map(({ person }) => person))
    const changes = later.map(({ score }, index) => score - (earlier[index]?.score ?? NaN))
    expect(changes.filter((by) => Math.abs(by) > 1e-9).length).toBe(model?.changed)
    expect(Math.max(0, ...changes)).toBeCloseTo(model?.largestRise ?? NaN, 9)
    expect(Math.max(0, ...changes.map((by) => -by))).toBeCloseTo(model?.largestDrop ?? NaN, 9)
    const stars = later.filter((row, index) => row.stars !== earlier[index]?.stars)
    expect(stars.length).toBe(model?.starsChanged)
    expect(await countEvents(`kind = 'track'`)).toBe(1)
    const left = await ask<{ cause: string; n: number }>(
      `SELECT cause, toUInt32(count()) AS n FROM rating_changes WHERE workspace_id = {w:UUID} GROUP BY cause`,
      { w: made.id },
    )
    expect(left).toEqual(stars.length > 0 ? [{ cause: 'truncation', n: stars.length }] : [])
  }, 120_000)

  test('a second time there is nothing to drop, and what is previewed is what is stored', async () => {
    const { id: truncation } = await startTruncation(manager(), { before, confirm: before })
    await truncateContacts({ truncationId: truncation })
    await expect(startTruncation(manager(), { before, confirm: before })).rejects.toMatchObject({
      code: 'conflict',
    })
    const preview = await previewContactModel(manager(), { id })
    const later = await rated()
    expect(preview.stars).toEqual(
      [1, 2, 3, 4, 5].map((stars) => later.filter((row) => row.stars === stars).length),
    )
  }, 120_000)

  test('one that waits is cancelled at once and drops nothing', async () => {
    const actions = await countEvents(`kind = 'action'`)
    const { id: truncation } = await startTruncation(manager(), { before, confirm: before })
    await expect(startTruncation(manager(), { before, confirm: before })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await cancelTruncation(manager(), { id: truncation })).toMatchObject({ state: 'cancelled' })
    await truncateContacts({ truncationId: truncation })
    expect(await countEvents(`kind = 'action'`)).toBe(actions)
  }, 60_000)

  test('one that is stopped at work says so, and everybody is rated by what is left', async () => {
    const { id: truncation } = await startTruncation(manager(), { before, confirm: before })
    await db().truncation.update({
      where: { id: truncation },
      data: { state: 'running', cancelRequestedAt: new Date() },
    })
    await truncateContacts({ truncationId: truncation })
    const [row] = (await listTruncations(manager(), {})).items
    expect(row?.state).toMatch(/cancelled|done/)
    const preview = await previewContactModel(manager(), { id })
    expect(preview.change).toMatchObject({ up: 0, down: 0 })
  }, 120_000)

  test('is refused without the day typed again, for a day ahead, and to those who do not manage', async () => {
    await expect(startTruncation(manager(), { before, confirm: 'yes' })).rejects.toMatchObject({
      code: 'invalid',
      path: ['confirm'],
    })
    const ahead = new Date(AS_OF + 90 * DAY).toISOString().slice(0, 10)
    await expect(truncationEffect(manager(), { before: ahead })).rejects.toMatchObject({ path: ['before'] })
    const asEditor = startTruncation(made.contextOf('editor'), { before, confirm: before })
    await expect(asEditor).rejects.toMatchObject({ code: 'forbidden' })
  }, 60_000)
})
