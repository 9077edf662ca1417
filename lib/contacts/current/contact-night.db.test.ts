import { describe, expect, test } from 'vitest'
import { ask, newWorkspace } from '@/lib/ingest/testing'
import { writeEvents } from '@/lib/ingest/write-events'
import { db } from '@/lib/server/db'
import { contactNight } from './contact-night'
import { pruneContacts } from './prune-contacts'
import { queueContacts } from './queue-contacts'
import { contactAction, expectedRating, publishAndRate, storedChanges, storedScores } from './testing-current'

const DAY = 86_400_000
const now = new Date()
const daysAway = (days: number) => new Date(now.getTime() + days * DAY)
const source = { id: '00000000-0000-4000-8000-000000000001', kind: 'http' as const }
const email = 'ann@example.com'

describe('the night', () => {
  test('lets time lower ratings, and says that it was time', async () => {
    const { workspaceId } = await newWorkspace()
    const rest = { clock: { type: 'time' as const } }
    const { versionId } = await publishAndRate(workspaceId, rest, { points: true })
    const events = [-3, -2, -1].map((days) =>
      contactAction(email, 'click', daysAway(days), { properties: { messageId: `m${days}` } }),
    )
    await writeEvents(workspaceId, source, events, now)
    const before = (await storedScores(workspaceId, versionId))[`email:${email}`]
    expect(before?.stars).toBe(expectedRating(events, rest, now).stars)

    const later = daysAway(5)
    await contactNight({ workspaceId }, () => later)
    const after = (await storedScores(workspaceId, versionId))[`email:${email}`]
    expect(after?.score).toBeCloseTo(expectedRating(events, rest, later).score, 6)
    expect(after?.stars).toBeLessThan(before?.stars ?? 0)
    expect((await storedChanges(workspaceId)).at(-1)).toMatchObject({
      ...{ before: before?.stars, after: after?.stars, cause: 'time', event: '' },
    })
    // Once a night.
    const changes = (await storedChanges(workspaceId)).length
    await contactNight({ workspaceId }, () => later)
    expect((await storedChanges(workspaceId)).length).toBe(changes)
  })

  test('lets what is left unread lower ratings', async () => {
    const { workspaceId } = await newWorkspace()
    const rest = {
      actions: [{ action: 'read' as const }, { action: 'unread' as const, severity: 1, afterDays: 7 }],
      floor: null,
    }
    const { versionId } = await publishAndRate(workspaceId, rest, { points: true })
    const delivered = contactAction(email, 'delivered', daysAway(-6), { properties: { messageId: 'm1' } })
    await writeEvents(workspaceId, source, [delivered], now)
    expect((await storedScores(workspaceId, versionId))[`email:${email}`]).toEqual({ score: 2, stars: 2 })
    await contactNight({ workspaceId }, () => daysAway(2))
    const after = (await storedScores(workspaceId, versionId))[`email:${email}`]
    expect(after).toEqual({ score: 0.5, stars: 1 })
    expect((await storedChanges(workspaceId)).at(-1)).toMatchObject({ before: 2, after: 1, cause: 'time' })
  })

  test('makes the past points that are missing, and only these', async () => {
    const { workspaceId } = await newWorkspace()
    await writeEvents(
      workspaceId,
      source,
      [-100, -20, -3].map((days) => contactAction(`${days}${email}`, 'read', daysAway(days))),
      now,
    )
    const { versionId } = await publishAndRate(workspaceId, {}, { points: true })
    const points = () =>
      db().contactPoint.findMany({
        where: { versionId },
        orderBy: { asOf: 'desc' },
        select: { asOf: true, contacts: true },
      })
    const first = await points()
    expect(first[0]?.contacts).toBe(3)
    expect(first.map(({ contacts }) => contacts)).toEqual(
      first.map(({ contacts }) => contacts).toSorted((a, b) => b - a),
    )
    expect(new Set(first.map(({ contacts }) => contacts))).toEqual(new Set([3, 2, 1, 0]))

    const queued = async (clock: () => Date) => {
      await queueContacts({ workspaceId, clock })
      return db().$queryRaw<{ key: string }[]>`
        SELECT key FROM graphile_worker.jobs WHERE key = ${`contact-night:${workspaceId}`}`
    }
    await db()
      .$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE key = ${`contact-night:${workspaceId}`}`
    expect(await queued(() => now)).toEqual([])
    expect((await queued(() => daysAway(1))).length).toBe(1)
    await contactNight({ workspaceId }, () => daysAway(1))
    const second = await points()
    expect(second.length).toBeGreaterThan(first.length)
    expect(second.length).toBeLessThanOrEqual(first.length + 3)
  })

  test('rates everybody at a past point as if nothing had come since', async () => {
    const unread = { action: 'unread' as const, severity: 0.5, afterDays: 3 }
    for (const rest of [
      {},
      { clock: { type: 'time' as const } },
      { actions: [{ action: 'read' as const }, unread] },
    ]) {
      const { workspaceId } = await newWorkspace()
      const events = ['ann@example.com', 'bob@example.com'].flatMap((who, index) =>
        [-40, -33, -20, -12, -5, -2].flatMap((days) => {
          const about = { properties: { messageId: `m${days}` } }
          const at = daysAway(days + index)
          const read = contactAction(who, 'read', new Date(at.getTime() + DAY), about)
          return [contactAction(who, 'delivered', at, about), ...(days % 2 === 0 ? [read] : [])]
        }),
      )
      await writeEvents(workspaceId, source, events, now)
      const { versionId } = await publishAndRate(workspaceId, rest, { points: true })
      const rows = await ask<{ at: string; who: string; score: number; stars: number }>(
        workspaceId,
        `SELECT toUnixTimestamp64Milli(as_of) AS at, substring(identity, 7) AS who, score, stars FROM contact_points
         INNER JOIN (SELECT DISTINCT person_id, identity FROM identities WHERE workspace_id = {w:UUID}) AS i USING (person_id)
         WHERE workspace_id = {w:UUID} AND version_id = '${versionId}'`,
      )
      expect(rows.length).toBeGreaterThan(10)
      for (const { at, who, score, stars } of rows) {
        const point = new Date(Number(at))
        const before = events.filter(({ email: of, occurredAt }) => of === who && occurredAt < point)
        const expected = expectedRating(before, rest, point)
        expect([score.toFixed(9), stars]).toEqual([expected.score.toFixed(9), expected.stars])
      }
    }
  })

  test('points of days go after 35 days, those of Mondays after a year', async () => {
    const { workspaceId } = await newWorkspace()
    const { versionId } = await publishAndRate(workspaceId, {}, { points: true })
    const newest = await db().contactPoint.findFirstOrThrow({
      where: { versionId },
      orderBy: { asOf: 'desc' },
    })
    const old = (days: number) => new Date(newest.asOf.getTime() - days * DAY)
    for (let days = 36; days <= 42; days++) {
      const point = { versionId, asOf: old(days), contacts: 0, stars: [] }
      await db().contactPoint.upsert({
        where: { versionId_asOf: { versionId, asOf: point.asOf } },
        create: point,
        update: {},
      })
    }
    const count = () => db().contactPoint.count({ where: { versionId } })
    const before = await count()
    await pruneContacts({ workspaceId, clock: () => now })
    expect(await count()).toBe(before - 6)
  })
})
