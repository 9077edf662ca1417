import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { post } from '@/lib/ingest/testing-calls'
import { newWorkspace, trackEvent } from '@/lib/ingest/testing'
import type { CanonicalEvent } from '@/lib/ingest/canonical-event'
import { mergeIdentities, separateIdentity } from '@/lib/ingest/change-identities'
import { writeEvents, writeIncoming } from '@/lib/ingest/write-events'
import { WriteMemory } from '@/lib/ingest/write-memory'
import { db } from '@/lib/server/db'
import { contactNight } from './contact-night'
import { followImport } from './follow-import'
import { queueContacts } from './queue-contacts'
import { refoldStale } from './refold'
import {
  contactAction,
  expectedRating,
  publishAndRate,
  publishModel,
  refoldSince,
  storedChanges,
  storedRatings,
  storedScores,
} from './testing-current'

const DAY = 86_400_000
const now = new Date()
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY)
const source = { id: '00000000-0000-4000-8000-000000000001', kind: 'http' as const }
const file = { id: '00000000-0000-4000-8000-000000000002', kind: 'import' as const }

/** Subscribed, read five newsletters, the last one bounced. */
const history = (email: string): CanonicalEvent[] => [
  contactAction(email, 'subscribed', daysAgo(60)),
  ...[50, 40, 30, 20, 10].map((days) =>
    contactAction(email, 'read', daysAgo(days), { properties: { messageId: `m${days}` } }),
  ),
  contactAction(email, 'bounce_hard', daysAgo(5), { properties: { messageId: 'm5' } }),
]

describe('an action that was accepted', () => {
  test('over the public door is in the stored rating when its answer comes', async () => {
    const { workspaceId, key } = await newWorkspace()
    const { versionId } = await publishAndRate(workspaceId)
    const ann = { email: 'ann@example.com' }
    for (let reads = 1; reads <= 5; reads++) {
      const occurredAt = new Date(now.getTime() - (10 - reads) * 3_600_000).toISOString()
      const body = { contact: ann, action: 'read', messageId: `m${reads}`, occurredAt }
      expect((await post('contacts/actions', { key, body })).json.accepted).toBe(1)
      const ratings = await storedRatings(workspaceId, versionId)
      expect(ratings['email:ann@example.com']).toMatchObject({ counted: reads + 1, last_action: 'read' })
    }
    const stored = await storedScores(workspaceId, versionId)
    expect(stored['email:ann@example.com']?.score).toBeCloseTo(4.9, 9)
    const changes = await storedChanges(workspaceId)
    expect(changes.map(({ before, after, cause }) => [before, after, cause])).toEqual([
      [0, 2, 'read'],
      [2, 3, 'read'],
    ])
    expect(changes.every(({ event }) => event.length > 0)).toBe(true)
    expect(await refoldSince(workspaceId)).toBeNull()
  })

  test('is in the ratings of every version that is read, or will be', async () => {
    const { workspaceId } = await newWorkspace()
    const first = await publishAndRate(workspaceId)
    const next = await publishModel(workspaceId, { stars: [1, 2, 3, 4] }, first.modelId)
    await writeEvents(workspaceId, source, history('ann@example.com'), now)
    for (const { versionId } of [first, next])
      expect(Object.keys(await storedScores(workspaceId, versionId))).toEqual(['email:ann@example.com'])
    // Nobody has been rated under the next one before, so nothing has changed under it.
    expect((await storedChanges(workspaceId)).length).toBe(1)
  })

  test('of a track event that the model maps counts as its action', async () => {
    const { workspaceId } = await newWorkspace()
    const actions = [{ action: 'read' as const, events: ['Newsletter Opened'] }]
    const { versionId } = await publishAndRate(workspaceId, { actions })
    const opened = trackEvent('one', { email: 'ann@example.com', name: 'Newsletter Opened' })
    await writeEvents(workspaceId, source, [opened, trackEvent('two', { email: 'bob@example.com' })], now)
    const stored = await storedRatings(workspaceId, versionId)
    expect(stored).toMatchObject({ 'email:ann@example.com': { last_action: 'read', counted: 2 } })
    expect(Object.keys(stored).length).toBe(1)
    expect(await storedChanges(workspaceId)).toMatchObject([{ before: 0, cause: 'read', event: 'one' }])
  })
})

test('late, doubled and reordered deliveries end in the same rating', async () => {
  const events = history('ann@example.com')
  const expected = expectedRating(events, {}, now)
  const orders: CanonicalEvent[][] = [
    events,
    events.toReversed(),
    [...events.slice(3), ...events.slice(0, 4)],
    [...events, ...events.toReversed()],
  ]
  for (const order of orders) {
    const { workspaceId } = await newWorkspace()
    const { versionId } = await publishAndRate(workspaceId)
    for (const event of order) await writeEvents(workspaceId, source, [event], now)
    const stored = (await storedScores(workspaceId, versionId))['email:ann@example.com']
    expect(stored?.score).toBeCloseTo(expected.score, 9)
    expect(stored?.stars).toBe(expected.stars)
  }
})

describe('a merge', () => {
  const ann = 'ann@example.com'
  const work = 'ann@work.example'

  test('by an event that carries both moves the actions and removes the old contact', async () => {
    const { workspaceId } = await newWorkspace()
    const { versionId } = await publishAndRate(workspaceId)
    const [own, other] = [history(ann).slice(0, 4), history(work).slice(2, 6)]
    await writeEvents(workspaceId, source, [...own, ...other], now)
    expect(Object.keys(await storedScores(workspaceId, versionId)).length).toBe(2)
    const joining = [ann, work].map((email, index) =>
      trackEvent(`join ${index}`, { userId: 'u1', email, occurredAt: daysAgo(1) }),
    )
    await writeEvents(workspaceId, source, joining, now)
    const stored = await storedScores(workspaceId, versionId)
    expect(Object.keys(stored)).toEqual(['user:u1'])
    const all = [...own, ...other.map((event) => ({ ...event, email: ann }))]
    expect(stored['user:u1']?.score).toBeCloseTo(expectedRating(all, {}, now).score, 9)
    const causes = (await storedChanges(workspaceId)).slice(2)
    expect(causes.map(({ cause }) => cause)).toEqual(['merge', 'merge', 'merge'])
  })

  test('by hand does, and taking it back brings the contact back', async () => {
    const { workspaceId } = await newWorkspace()
    const { versionId } = await publishAndRate(workspaceId)
    const signedUp = trackEvent('signed up', { userId: 'u1', occurredAt: daysAgo(70) })
    await writeEvents(workspaceId, source, [signedUp, ...history(ann)], now)
    const before = await storedScores(workspaceId, versionId)
    await mergeIdentities(workspaceId, { id: `email:${ann}`, into: 'user:u1' }, now)
    const merged = await storedScores(workspaceId, versionId)
    expect(Object.keys(merged)).toEqual(['user:u1'])
    await separateIdentity(workspaceId, `email:${ann}`, new Date())
    expect(await storedScores(workspaceId, versionId)).toEqual(before)
    expect(await refoldSince(workspaceId)).toBeNull()
  })
})

describe('a refold that does not succeed', () => {
  const stopped = async (workspaceId: Parameters<typeof writeIncoming>[0], events: CanonicalEvent[]) => {
    const items = events.map((event) => ({ event, source, receivedAt: new Date() }))
    const afterStep = (step: string) => {
      if (step === 'ledger') throw new Error('killed')
    }
    await expect(writeIncoming(workspaceId, items, { memory: new WriteMemory(), afterStep })).rejects.toThrow(
      'killed',
    )
  }

  test('leaves refoldSince, and is made up for', async () => {
    const { workspaceId } = await newWorkspace()
    const { versionId } = await publishAndRate(workspaceId)
    await stopped(workspaceId, history('ann@example.com'))
    expect(await refoldSince(workspaceId)).not.toBeNull()
    expect(await storedScores(workspaceId, versionId)).toEqual({})

    // The write of somebody else does not take it back.
    await writeEvents(workspaceId, source, history('bob@example.com'), new Date())
    expect(await refoldSince(workspaceId)).not.toBeNull()
    expect(Object.keys(await storedScores(workspaceId, versionId))).toEqual(['email:bob@example.com'])

    await refoldStale(workspaceId)
    expect(await refoldSince(workspaceId)).toBeNull()
    const stored = await storedScores(workspaceId, versionId)
    expect(stored['email:ann@example.com']).toEqual(stored['email:bob@example.com'])
    expect((await storedChanges(workspaceId)).map(({ cause }) => cause)).toEqual([
      'bounce_hard',
      'bounce_hard',
    ])
  })

  test('does not fail the write', async () => {
    const { workspaceId } = await newWorkspace()
    const { modelId, versionId } = await publishAndRate(workspaceId)
    const bad = { kind: 'contact', name: 'Broken', gravity: 1e308 }
    await db().modelVersion.create({
      data: {
        ...{ modelId, number: 2, document: bad, note: '', publishedBy: 'Test' },
        referenceAsOf: now,
        runs: {
          create: { workspaceId, modelId, asOf: now, state: 'done' },
        },
      },
    })
    const verdicts = await writeEvents(workspaceId, source, history('ann@example.com'), new Date())
    expect(new Set(verdicts)).toEqual(new Set(['accepted']))
    expect(versionId).toBeTruthy()
  })

  test('is queued by the tick when it has been left for a minute', async () => {
    const { workspaceId } = await newWorkspace()
    await publishAndRate(workspaceId, {}, { points: true })
    await stopped(workspaceId, history('ann@example.com'))
    const queued = () =>
      db().$queryRaw<{ key: string }[]>`
        SELECT key FROM graphile_worker.jobs WHERE key = ${`refold-contacts:${workspaceId}`}`
    await queueContacts({ workspaceId })
    expect(await queued()).toEqual([])
    await queueContacts({ workspaceId, clock: () => new Date(Date.now() + 61_000) })
    expect((await queued()).length).toBe(1)
  })
})

test('an import rates everybody once, at its end', async () => {
  const { workspaceId } = await newWorkspace()
  const { versionId } = await publishAndRate(workspaceId)
  for (const who of ['ann', 'bob', 'eve'])
    await writeEvents(workspaceId, file, history(`${who}@example.com`), new Date())
  expect(await storedScores(workspaceId, versionId)).toEqual({})
  expect(await refoldSince(workspaceId)).not.toBeNull()
  await refoldStale(workspaceId)
  expect(Object.keys(await storedScores(workspaceId, versionId)).length).toBe(3)
  expect(await refoldSince(workspaceId)).toBeNull()
  await refoldStale(workspaceId)
  expect((await storedChanges(workspaceId)).length).toBe(3)
})

test('what follows an import rates everybody and makes the past points after its first event again', async () => {
  const { workspaceId } = await newWorkspace()
  const { versionId } = await publishAndRate(workspaceId, {}, { points: true })
  const id = randomUUID()
  await writeEvents(workspaceId, { ...file, id }, history('ann@example.com'), new Date())
  await followImport(workspaceId, id)
  expect(Object.keys(await storedScores(workspaceId, versionId))).toEqual(['email:ann@example.com'])
  const [queued] = await db().$queryRaw<{ payload: { workspaceId: string; since: string } }[]>`
    SELECT j.payload FROM graphile_worker._private_jobs j WHERE j.key LIKE ${`contact-night:${workspaceId}:%`}`
  expect(queued?.payload.since).toBe(daysAgo(60).toISOString())
  await contactNight({ workspaceId, since: queued?.payload.since })
  const points = await db().contactPoint.findMany({ where: { versionId }, orderBy: { asOf: 'asc' } })
  expect(points.filter(({ contacts }) => contacts > 0).every(({ asOf }) => asOf > daysAgo(60))).toBe(true)
  expect(points.at(-1)?.contacts).toBe(1)
})

test('under the time clock an earlier event of any kind makes an implied subscription older', async () => {
  const { workspaceId } = await newWorkspace()
  const rest = { clock: { type: 'time' as const }, floor: null }
  const { versionId } = await publishAndRate(workspaceId, rest)
  const email = 'ann@example.com'
  await writeEvents(workspaceId, source, [contactAction(email, 'read', daysAgo(1))], now)
  const before = (await storedScores(workspaceId, versionId))[`email:${email}`]
  await writeEvents(workspaceId, source, [trackEvent('earlier', { email, occurredAt: daysAgo(100) })], now)
  const after = (await storedScores(workspaceId, versionId))[`email:${email}`]
  expect(before?.score).toBeCloseTo(2 / 2 + 2 / 2, 6)
  expect(after?.score).toBeCloseTo(2 / 2 + 2 / 101, 6)
})
