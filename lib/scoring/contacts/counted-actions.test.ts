import { describe, expect, it, test } from 'vitest'
import type { ContactAction } from './contact-history'
import { countedActions } from './counted-actions'
import type { ContactDocumentInput } from './document'
import { reasonInWords } from './not-counted'
import { AS_OF, contactModel, DAY } from './testing'

type Written = [id: string, action: ContactAction['action'], day: number, more?: Partial<ContactAction>]
const m = { messageId: 'm' }
const actionsOf = (...written: Written[]): ContactAction[] =>
  written.map(([id, action, day, more]) => ({ id, action, at: AS_OF - 100 * DAY + day * DAY, ...more }))

/** Everything counts, each in its usual way. */
const all: ContactDocumentInput['actions'] = [
  ...(['subscribed', 'read', 'click', 'forward', 'reply', 'profile_update', 'invite'] as const).map((action) => ({ action })), // prettier-ignore
  ...(['bounce_hard', 'bounce_soft', 'complaint'] as const).map((action) => ({ action })),
  { action: 'unsubscribe', severity: 0.5 },
]

function counting(rest: Partial<ContactDocumentInput>, ...written: Written[]) {
  const model = contactModel({ actions: all, ...rest })
  const { counted, notCounted } = countedActions({ actions: actionsOf(...written) }, model, AS_OF)
  return {
    counted: counted.map(({ id }) => id),
    not: Object.fromEntries(notCounted.map((one) => [one.id, reasonInWords(one)])),
  }
}

test('a message delivered, read by a machine, read, and read again: subscription and last read', () => {
  const written: Written[] = [
    ['a', 'delivered', 1, m],
    ['b', 'read', 1, { ...m, machine: true, machineReason: 'opened by Google’s image proxy' }],
    ['c', 'read', 2, m],
    ['d', 'read', 3, m],
  ]
  expect(counting({}, ...written)).toEqual({
    counted: ['implied', 'd'],
    not: {
      a: 'A delivery is stored, never counted',
      b: 'Machine: opened by Google’s image proxy',
      c: 'Same message read again; the latest counts',
    },
  })
})

describe('one of each', () => {
  it('the latest of a message per action; of one instant the later id', () => {
    const written: Written[] = [
      ['s', 'subscribed', 0],
      ['b', 'click', 2, m],
      ['a', 'click', 2, m],
      ['c', 'read', 1, m],
      ['d', 'read', 1, { messageId: 'other' }],
      ['e', 'complaint', 1, m],
      ['f', 'complaint', 3, m],
    ]
    expect(counting({}, ...written).counted).toEqual(['s', 'c', 'd', 'b', 'f'])
    expect(Object.keys(counting({}, ...written).not)).toEqual(['e', 'a'])
  })

  it('without a message id an action is its own message, an empty one is none', () => {
    const written: Written[] = [
      ['s', 'subscribed', 0],
      ['a', 'read', 1],
      ['b', 'read', 2],
      ['c', 'read', 3, { messageId: '' }],
      ['d', 'read', 4, { messageId: '' }],
    ]
    expect(counting({}, ...written).counted).toEqual(['s', 'a', 'b', 'c', 'd'])
  })

  it('one bounce of a message, the worse; among equals the latest', () => {
    expect(
      counting({}, ['s', 'subscribed', 0], ['h', 'bounce_hard', 1, m], ['x', 'bounce_soft', 2, m]),
    ).toEqual({ counted: ['s', 'h'], not: { x: 'Same message bounced hard; the worse bounce counts' } })
    expect(
      counting({}, ['s', 'subscribed', 0], ['x', 'bounce_soft', 1, m], ['h', 'bounce_hard', 2, m]).counted,
    ).toEqual(['s', 'h'])
    expect(
      counting({}, ['s', 'subscribed', 0], ['x', 'bounce_soft', 1, m], ['y', 'bounce_soft', 2, m]),
    ).toEqual({ counted: ['s', 'y'], not: { x: 'Same message bounced again; one bounce counts' } })
  })

  it('a hard bounce is the worse one whatever severities the model gives', () => {
    const actions: ContactDocumentInput['actions'] = [
      { action: 'bounce_hard', severity: 0.1 },
      { action: 'bounce_soft', severity: 9 },
    ]
    const written: Written[] = [
      ['s', 'subscribed', 0],
      ['h', 'bounce_hard', 1, m],
      ['x', 'bounce_soft', 2, m],
    ]
    expect(counting({ actions }, ...written).counted).toEqual(['s', 'h'])
  })

  it('the latest invitation of a list, profile update and unsubscribe', () => {
    const written: Written[] = [
      ['s', 'subscribed', 0],
      ['a', 'invite', 1, { listId: 'l' }],
      ['b', 'invite', 2, { listId: 'l' }],
      ['c', 'invite', 3, { listId: 'k' }],
      ['d', 'invite', 4],
      ['e', 'invite', 5],
      ['f', 'profile_update', 6],
      ['g', 'profile_update', 7],
      ['h', 'unsubscribe', 8],
      ['i', 'unsubscribe', 9],
    ]
    expect(counting({}, ...written)).toEqual({
      counted: ['s', 'b', 'c', 'd', 'e', 'g', 'i'],
      not: {
        a: 'Invited to the same list again; the latest counts',
        f: 'Profile updated again; the latest counts',
        h: 'Unsubscribed again; the latest counts',
      },
    })
  })

  it('per message: the latest of a message, whatever it is', () => {
    const written: Written[] = [
      ['s', 'subscribed', 0, m],
      ['a', 'read', 1, m],
      ['b', 'click', 2, m],
      ['c', 'read', 3, { messageId: 'other' }],
      ['d', 'read', 4],
      ['p', 'profile_update', 5, m],
    ]
    expect(counting({ dedupe: 'message' }, ...written)).toEqual({
      counted: ['s', 'b', 'c', 'd', 'p'],
      not: { a: 'A later action on the same message counts: click' },
    })
  })
})

describe('the subscription', () => {
  it('is the first that was sent, at its place', () => {
    const written: Written[] = [
      ['a', 'read', 1],
      ['b', 'subscribed', 2],
      ['c', 'subscribed', 3],
    ]
    expect(counting({}, ...written)).toEqual({
      counted: ['a', 'b'],
      not: { c: 'Subscribed before; the first subscription counts' },
    })
  })

  it('is implied immediately before the earliest event or import, uncounted events too', () => {
    const model = contactModel({ actions: all })
    const actions = actionsOf(['!', 'delivered', 5, m], ['a', 'read', 5, m], ['b', 'read', 6])
    const implied = (knownSince?: number) => countedActions({ actions, knownSince }, model, AS_OF).counted[0]
    expect(implied()).toMatchObject({ action: 'subscribed', implied: true, points: 2, at: actions[0]?.at })
    expect(implied(AS_OF - 300 * DAY)?.at).toBe(AS_OF - 300 * DAY)
    expect(implied(AS_OF - DAY)?.at).toBe(actions[0]?.at)
    expect(countedActions({ actions: [] }, model, AS_OF).counted).toMatchObject([
      { at: AS_OF, implied: true },
    ])
  })

  it('counts with 2 points where it is not listed, not at all where the model says so', () => {
    expect(counting({ actions: [] }, ['s', 'subscribed', 1], ['a', 'read', 2])).toEqual({
      counted: ['s'],
      not: { a: 'Not counted by this model' },
    })
    const actions = [{ action: 'subscribed' as const, counted: false }]
    expect(counting({ actions }, ['s', 'subscribed', 1])).toEqual({
      counted: [],
      not: { s: 'Not counted by this model' },
    })
    expect(counting({ actions }).counted).toEqual([])
  })
})

describe('machine reads and clicks', () => {
  const written: Written[] = [
    ['s', 'subscribed', 0],
    ['a', 'read', 1, m],
    ['b', 'read', 2, { ...m, machine: true }],
  ]

  it('are gone before the latest of a message is looked for', () => {
    expect(counting({}, ...written)).toEqual({
      counted: ['s', 'a'],
      not: { b: 'Machine: marked by its sender' },
    })
  })

  it('count where the model includes them', () => {
    expect(counting({ machine: 'include' }, ...written).counted).toEqual(['s', 'b'])
  })

  it('of other actions the mark says nothing', () => {
    expect(counting({}, ['s', 'subscribed', 0], ['a', 'forward', 1, { machine: true }]).counted).toEqual([
      's',
      'a',
    ])
  })
})

describe('unread', () => {
  const actions: ContactDocumentInput['actions'] = [{ action: 'read' }, { action: 'unread', severity: 0.5 }]

  it('delivered and not read within 7 days: at day 7 after the delivery, one per message', () => {
    const model = contactModel({ actions })
    const sent = actionsOf(['d', 'delivered', 1, m], ['e', 'delivered', 2, m])
    const { counted } = countedActions({ actions: sent }, model, AS_OF)
    expect(counted.slice(1)).toMatchObject([
      { id: 'd:unread', action: 'unread', at: AS_OF - 92 * DAY, severity: 0.5, points: null },
    ])
    expect(countedActions({ actions: sent }, model, AS_OF - 92 * DAY).counted).toHaveLength(1)
    expect(countedActions({ actions: sent }, model, AS_OF - 92 * DAY + 1).counted).toHaveLength(2)
  })

  it('counts beside a read that came too late; one that a machine made is no read', () => {
    expect(counting({ actions }, ['d', 'delivered', 0, m], ['a', 'read', 7, m]).counted).toEqual(['implied', 'a', 'd:unread']) // prettier-ignore
    expect(counting({ actions }, ['d', 'delivered', 0, m], ['a', 'read', 6.99, m]).counted).toEqual(['implied', 'a']) // prettier-ignore
    const machine: Written[] = [
      ['d', 'delivered', 0, m],
      ['a', 'read', 1, { ...m, machine: true }],
    ]
    expect(counting({ actions }, ...machine).counted).toEqual(['implied', 'd:unread'])
  })

  it('is not told of a message that was clicked, nor without a message id, nor where it does not count', () => {
    expect(counting({ actions }, ['d', 'delivered', 0, m], ['a', 'click', 1, m]).counted).toEqual(['implied'])
    expect(counting({ actions }, ['d', 'delivered', 0]).counted).toEqual(['implied'])
    expect(counting({}, ['d', 'delivered', 0, m]).counted).toEqual(['implied'])
  })

  it('takes the days that the model names', () => {
    const two = [{ action: 'unread' as const, severity: 1, afterDays: 2 }]
    expect(counting({ actions: two }, ['d', 'delivered', 0, m], ['a', 'read', 3, m]).counted).toEqual(['implied', 'd:unread']) // prettier-ignore
  })
})
