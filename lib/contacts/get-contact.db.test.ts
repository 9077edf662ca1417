import { beforeAll, describe, expect, test } from 'vitest'
import { storeEvents, storeIdentities, storeMerges } from '@/lib/engagement/testing'
import { scoreContact } from '@/lib/scoring/contacts/score-contact'
import type { Context } from '@/lib/server/context'
import { contactChanges, contactPage, getContact, simulateContact } from './operations'
import { daysBefore, ratedWorkspace } from './testing-stored-ratings'

const email = (name: string) => `email:${name}@example.org`
const positives = ['read', 'click', 'forward', 'reply'] as const

let rated: Awaited<ReturnType<typeof ratedWorkspace>>
let owner: Context
let viewer: Context

beforeAll(async () => {
  rated = await ratedWorkspace({
    actions: [
      ...positives.map((action) => ({ action, points: 2 })),
      { action: 'bounce_hard' },
      { action: 'complaint', counted: false },
    ],
  })
  owner = rated.contextOf('owner')
  viewer = rated.contextOf('viewer')
  const action = (identity: string, name: string, days: number, properties: Record<string, string> = {}) => ({
    ...{ workspace: rated.id, kind: 'action', identity, name, properties },
    at: daysBefore(days).getTime(),
  })
  const june = email('june')
  await storeEvents([
    action(june, 'subscribed', 100),
    ...[90, 80, 70, 60, 50].map((days) => action(june, 'read', days, { messageId: `m${days}` })),
    action(june, 'bounce_hard', 40, { messageId: 'm40' }),
    action(june, 'read', 30, { messageId: 'june@m30' }),
    action(june, 'read', 35, { messageId: 'june@m30' }),
    action(june, 'complaint', 20, { messageId: 'm20' }),
    // Its clock runs ahead: it counts all the same.
    action(email('early'), 'read', -2, { messageId: 'm1' }),
    action(email('merged'), 'read', 3, { messageId: 'm1' }),
    action(email('machine'), 'delivered', 3, { messageId: 'm1' }),
    { ...action(email('machine'), 'click', 3, { messageId: 'm1' }), at: daysBefore(3).getTime() + 1500 },
    { workspace: rated.id, identity: 'user:silent', name: 'login', at: daysBefore(1).getTime() },
  ])
  await storeIdentities([{ workspace: rated.id, identity: 'user:merged' }])
  await storeMerges([{ workspace: rated.id, from: email('merged'), to: 'user:merged' }])
})

describe('one contact', () => {
  test('is the worked example: the score, and the actions it is the sum of, newest first', async () => {
    const contact = await getContact(owner, { id: 'june@example.org' })
    expect(contact).toMatchObject({
      personId: email('june'),
      email: 'june@example.org',
      stars: 3,
      lastAction: 'read',
      lastActionAt: daysBefore(30),
      lastResponseAt: daysBefore(30),
      bounces: 1,
      complaints: 0,
      unsubscribed: false,
      floor: null,
      withMachines: null,
    })
    expect(contact.score).toBeCloseTo(3.62381, 6)
    expect(contact.counted.map(({ action, age }) => [action, age])).toEqual([
      ['read', 1],
      ['bounce_hard', 2],
      ...[3, 4, 5, 6, 7].map((age) => ['read', age]),
      ['subscribed', 8],
    ])
    expect(contact.counted[1]).toMatchObject({ severity: 1, points: null, worth: 0.5, divisor: 1.5, adds: 0 })
    expect(contact.counted.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(contact.score, 9)
    expect(contact.notCounted).toEqual([
      { action: 'complaint', occurredAt: daysBefore(20), reason: 'Not counted by this model' },
      {
        action: 'read',
        occurredAt: daysBefore(35),
        reason: 'Same message read again; the latest counts',
      },
    ])
  })

  test('is found by e-mail in any case, by public id, and by an address that was merged into somebody', async () => {
    for (const id of ['JUNE@example.org ', email('june')]) {
      expect((await getContact(owner, { id })).personId).toBe(email('june'))
    }
    for (const id of ['merged@example.org', email('merged'), 'merged']) {
      expect(await getContact(owner, { id })).toMatchObject({
        personId: 'merged',
        email: 'merged@example.org',
      })
    }
  })

  test('counts an action whose clock runs ahead', async () => {
    const { counted } = await getContact(owner, { id: email('early') })
    expect(counted.map(({ action, implied }) => [action, implied])).toEqual([
      ['read', false],
      ['subscribed', true],
    ])
  })

  test('tells machine activity with its reason, and the score had it counted', async () => {
    const contact = await getContact(owner, { id: email('machine') })
    expect(contact).toMatchObject({ score: 2, stars: 2, withMachines: { score: 3, stars: 2 } })
    expect(contact.notCounted[0]).toMatchObject({
      action: 'click',
      reason: 'Machine: clicked 1.5 s after delivery',
    })
  })

  test('is not found where nothing of it counts as an action, where it is unknown, or by whom may see no e-mail', async () => {
    for (const [context, id] of [
      [owner, 'silent'],
      [owner, 'nobody@example.org'],
      [viewer, 'june@example.org'],
    ] as const) {
      await expect(getContact(context, { id })).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  test('is told while everybody is being rated by another version', async () => {
    const other = await ratedWorkspace({ state: 'running', progress: 0.1 })
    await storeEvents([
      {
        ...{ workspace: other.id, kind: 'action', identity: email('ann'), name: 'read' },
        at: daysBefore(2).getTime(),
      },
    ])
    expect(await getContact(other.contextOf('owner'), { id: email('ann') })).toMatchObject({ score: 3 })
  })
})

describe('the simulator', () => {
  test('gives the score after each action and what counts then, and stores nothing', async () => {
    const simulated = await simulateContact(owner, { id: email('june'), actions: ['read', 'read'] })
    expect(simulated.steps.map(({ action, score, stars }) => [action, score.toFixed(6), stars])).toEqual([
      ['read', '4.493452', 3],
      ['read', '5.019683', 4],
    ])
    expect(simulated).toMatchObject({ stars: 4, lastAction: 'read' })
    expect(simulated.score).toBe(simulated.steps[1]?.score)
    expect(simulated.counted).toHaveLength(10)
    const after = await getContact(owner, { id: email('june') })
    expect(after.counted).toHaveLength(8)
  })

  test('unsubscribes and subscribes again', async () => {
    const left = await simulateContact(owner, { id: email('june'), actions: ['unsubscribe'] })
    expect(left.unsubscribed).toBe(true)
    const back = await simulateContact(owner, { id: email('june'), actions: ['unsubscribe', 'subscribed'] })
    expect(back.unsubscribed).toBe(false)
  })

  test('refuses what is no action', async () => {
    await expect(
      simulateContact(owner, { id: email('june'), actions: ['unread' as 'read'] }),
    ).rejects.toMatchObject({ code: 'invalid', path: ['actions', 0] })
  })
})

describe('the page of a contact', () => {
  test('carries a history that the browser scores to the same', async () => {
    for (const context of [owner, { ...owner, actor: { ...owner.actor, role: 'viewer' as const } }]) {
      const id = context.actor.role === 'viewer' ? 'merged' : email('june')
      const { contact, history, document, asOf } = await contactPage(context, { id })
      expect(scoreContact(history, document, asOf).score).toBe(contact.score)
    }
  })

  test('leads to the page of the person', async () => {
    const page = await contactPage(owner, { id: email('june') })
    expect(page.personHref).toBe(`/w/${owner.workspace.slug}/people/email%3Ajune%40example.org`)
  })

  test('names neither messages nor links to whom may see no e-mail', async () => {
    const page = await contactPage(viewer, { id: 'merged' })
    expect(JSON.stringify(page)).not.toContain('example')
    expect(page.history.actions[0]).toMatchObject({ id: '00000000', messageId: 'm1' })
  })

  test('of a contact whose stars never changed lists no changes', async () => {
    expect(await contactChanges(owner, { id: email('june') })).toEqual({ items: [], nextCursor: null })
  })
})
