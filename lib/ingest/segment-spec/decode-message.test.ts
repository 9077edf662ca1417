import { describe, expect, test } from 'vitest'
import { decodeMessage } from './decode-message'
import { messageSchema } from './message-schema'

const receivedAt = new Date('2024-03-10T12:00:00Z')
const decode = (raw: unknown) => decodeMessage(raw, { receivedAt })
const event = (raw: unknown) => {
  const decoded = decode(raw)
  if ('refused' in decoded) throw new Error(JSON.stringify(decoded.refused))
  return decoded.event
}
const code = (raw: unknown) => {
  const decoded = decode(raw)
  return 'refused' in decoded ? decoded.refused.code : 'accepted'
}
const track = { type: 'track', userId: 'u', event: 'Report Run', messageId: 'm' }

test('a track call becomes an event', () => {
  expect(
    event({
      ...track,
      anonymousId: 'a',
      event: '  Report Run ',
      timestamp: '2024-03-10T11:00:00Z',
      properties: { rows: 3 },
      context: { groupId: 'acme', library: { name: 'analytics-node' }, traits: { email: 'x@example.org' } },
      integrations: { All: false },
    }),
  ).toEqual({
    eventId: 'm',
    kind: 'track',
    name: 'Report Run',
    userId: 'u',
    anonymousId: 'a',
    email: null,
    previousId: null,
    accountId: 'acme',
    occurredAt: new Date('2024-03-10T11:00:00Z'),
    properties: { rows: 3 },
    machine: false,
  })
})

test('pages and screens are named for what they are and keep their own name', () => {
  const page = {
    type: 'page',
    anonymousId: 'a',
    name: 'Pricing',
    category: 'Site',
    properties: { path: '/pricing' },
  }
  expect(event(page)).toMatchObject({
    kind: 'page',
    name: 'Page Viewed',
    properties: { name: 'Pricing', category: 'Site', path: '/pricing' },
  })
  expect(event({ ...page, type: 'screen', name: null })).toMatchObject({
    kind: 'screen',
    name: 'Screen Viewed',
    properties: { category: 'Site', path: '/pricing' },
  })
})

test('identify takes traits from both places, the newer ones win, and their e-mail', () => {
  const identify = {
    type: 'identify',
    userId: 'u',
    traits: { plan: 'paid', email: ' Ada@Example.org ' },
    context: { traits: { plan: 'free', seats: 3 } },
  }
  expect(event(identify)).toMatchObject({
    kind: 'identify',
    name: 'identify',
    email: 'ada@example.org',
    properties: { plan: 'paid', seats: 3, email: ' Ada@Example.org ' },
  })
  expect(event({ type: 'identify', traits: { email: 'ada@example.org' } })).toMatchObject({ userId: null })
  expect(event({ ...identify, traits: { email: 'no address' }, context: null })).toMatchObject({
    email: null,
  })
})

test('group sets the account, also without a person', () => {
  expect(event({ type: 'group', userId: 'u', groupId: 7, traits: { name: 'ACME' } })).toMatchObject({
    kind: 'group',
    userId: 'u',
    accountId: '7',
    properties: { name: 'ACME' },
  })
  expect(event({ type: 'group', groupId: 'acme' })).toMatchObject({ userId: null, accountId: 'acme' })
})

test('alias joins the id before to the one from now on', () => {
  expect(event({ type: 'alias', userId: 'new', previousId: 'old' })).toMatchObject({
    kind: 'alias',
    userId: 'new',
    previousId: 'old',
    properties: { previousId: 'old' },
  })
})

test('numbers become ids, and what stands for nobody counts as absent', () => {
  expect(event({ ...track, userId: 42 })).toMatchObject({ userId: '42' })
  expect(event({ ...track, userId: 'null', anonymousId: 'a' })).toMatchObject({
    userId: null,
    anonymousId: 'a',
  })
})

test('half of a surrogate pair in an id or a name is replaced', () => {
  expect(event({ ...track, userId: 'u\ud800', event: 'e\udc00' })).toMatchObject({
    userId: 'u\ufffd',
    name: 'e\ufffd',
  })
})

describe('a message is refused alone, with the reason', () => {
  test.each<[string, unknown]>([
    ['not_an_object', 'text'],
    ['not_an_object', null],
    ['not_an_object', [track]],
    ['unknown_type', { ...track, type: 'delete' }],
    ['unknown_type', { userId: 'u', event: 'x' }],
    ['missing_event', { ...track, event: undefined }],
    ['missing_event', { ...track, event: '  ' }],
    ['missing_event', { ...track, event: 7 }],
    ['event_too_long', { ...track, event: 'x'.repeat(201) }],
    ['invalid_event', { ...track, event: 'a\u0000b' }],
    ['missing_person', { type: 'track', event: 'x' }],
    ['missing_person', { type: 'page', userId: null }],
    ...['', '  ', 'null', 'undefined', '0', 'guest', '[object Object]', 0].map(
      (userId): [string, unknown] => ['refused_id', { ...track, userId }],
    ),
    ['invalid_id', { ...track, userId: { id: 1 } }],
    ['invalid_id', { ...track, userId: true }],
    ['invalid_id', { ...track, userId: 1.5 }],
    ['invalid_id', { ...track, userId: 12345678901234567890 }],
    ['invalid_id', { ...track, messageId: ['m'] }],
    ['invalid_id', { ...track, anonymousId: 'a\nb' }],
    ['id_too_long', { ...track, messageId: 'm'.repeat(501) }],
    ['invalid_properties', { ...track, properties: 'none' }],
    ['invalid_properties', { ...track, properties: [1] }],
    ['invalid_traits', { type: 'identify', userId: 'u', traits: 'none' }],
    ['invalid_context', { ...track, context: 'none' }],
    ['missing_group', { type: 'group', userId: 'u' }],
    ['missing_group', { type: 'group', userId: 'u', groupId: 'null' }],
    ['missing_user', { type: 'alias', previousId: 'old' }],
    ['missing_previous', { type: 'alias', userId: 'new' }],
    ['missing_previous', { type: 'alias', userId: 'new', previousId: 'undefined' }],
    ['bad_timestamp', { ...track, timestamp: 'soon' }],
    ['in_future', { ...track, timestamp: '2024-03-12T12:00:00Z' }],
  ])('%s: %j', (expected, raw) => {
    expect(code(raw)).toBe(expected)
  })

  test('the reason names the field', () => {
    expect(decode({ ...track, context: { groupId: {} } })).toEqual({
      refused: {
        code: 'invalid_id',
        message: '"context.groupId" has to be a text or a whole number that is exact.',
      },
    })
  })

  test('every reason of the schema is one that a caller can read', () => {
    const parsed = messageSchema.safeParse({ ...track, messageId: 'x'.repeat(600) })
    expect(JSON.parse(parsed.error?.issues[0]?.message ?? '')).toEqual({
      code: 'id_too_long',
      message: '"messageId" is longer than 500 characters.',
    })
  })
})

describe('a message without an id', () => {
  const dated = { type: 'track', userId: 'u', event: 'x', timestamp: '2024-03-10T11:00:00Z' }

  test('gets one from what it says, the same however often it is sent', () => {
    const id = event(dated).eventId
    expect(id).toMatch(/^derived-[0-9a-f]{32}$/)
    expect(
      event({ ...dated, sentAt: '2024-03-10T12:00:00Z', writeKey: 'k', messageId: ' ' }).eventId,
    ).not.toBe('')
    expect(event({ ...dated, sentAt: '2024-03-10T12:00:01Z', writeKey: 'k' }).eventId).toBe(id)
    expect(event({ ...dated, event: 'y' }).eventId).not.toBe(id)
  })

  test('and without a time counts each time', () => {
    const { timestamp: _, ...undated } = dated
    expect(event(undated).eventId).not.toBe(event(undated).eventId)
  })
})
