import { expect, test } from 'vitest'
import { decodeBatch, messagesIn } from './decode-batch'

const receivedAt = new Date('2024-03-10T12:00:00Z')
const track = (messageId: string, more: object = {}) => ({
  type: 'track',
  userId: 'u',
  event: 'x',
  messageId,
  ...more,
})
const decode = (body: unknown, call: 'batch' | 'track' = 'batch', key = 'k') =>
  decodeBatch(messagesIn(body, call), { key, bytes: Buffer.byteLength(JSON.stringify(body)), receivedAt })

test('each message of a batch is taken or refused by itself', () => {
  const { events, refused } = decode({ batch: [track('a'), { type: 'track' }, 7, track('b')] })
  expect(events.map(({ eventId }) => eventId)).toEqual(['a', 'b'])
  expect(refused).toEqual([
    { index: 1, code: 'missing_event', message: expect.stringContaining('"event"'), raw: '{"type":"track"}' },
    { index: 2, code: 'not_an_object', message: 'A message has to be an object.', raw: '7' },
  ])
})

test('a message over 32 KB is refused, the others of its batch are not', () => {
  const { events, refused } = decode({
    batch: [track('a', { properties: { text: 'é'.repeat(17_000) } }), track('b')],
  })
  expect(events.map(({ eventId }) => eventId)).toEqual(['b'])
  expect(refused).toMatchObject([{ index: 0, code: 'too_large' }])
  expect(refused[0]?.raw.length).toBeLessThanOrEqual(32 * 1024)
})

test('the time a batch was sent counts for messages that do not say', () => {
  const body = {
    sentAt: '2024-03-10T15:00:00Z',
    batch: [
      track('a', { timestamp: '2024-03-10T14:00:00Z' }),
      track('b', { timestamp: '2024-03-10T11:00:00Z', sentAt: '2024-03-10T12:00:00Z' }),
    ],
  }
  expect(decode(body).events.map(({ occurredAt }) => occurredAt.toISOString())).toEqual([
    '2024-03-10T11:00:00.000Z',
    '2024-03-10T11:00:00.000Z',
  ])
})

test('a message nested thousands deep is refused alone', () => {
  const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`
  const body = JSON.parse(
    `{"batch":[{"type":"track","userId":"u","event":"x","properties":${deep}},${JSON.stringify(track('b'))}]}`,
  )
  const { events, refused } = decodeBatch(messagesIn(body, 'batch'), { key: 'k', bytes: 60_000, receivedAt })
  expect(events.at(-1)?.eventId).toBe('b')
  expect(events.length + refused.length).toBe(2)
})

test('the write key is found in the body or in its messages, and another one is refused', () => {
  expect(messagesIn({ writeKey: 'k', batch: [] }, 'batch').writeKey).toBe('k')
  expect(messagesIn({ batch: [track('a'), track('b', { writeKey: ' k ' })] }, 'batch').writeKey).toBe('k')
  expect(messagesIn(track('a', { writeKey: 'k' }), 'track').writeKey).toBe('k')
  expect(messagesIn({ batch: [] }, 'batch').writeKey).toBeNull()
  expect(decode({ batch: [track('a', { writeKey: 'other' }), track('b')] }).refused).toMatchObject([
    { index: 0, code: 'other_write_key' },
  ])
})

test('a list is a batch, an empty one too', () => {
  expect(decode([track('a')]).events).toHaveLength(1)
  expect(decode({ batch: [] })).toEqual({ events: [], refused: [] })
})

test('a body of another shape is refused as a whole', () => {
  expect(() => decode({ messages: [] })).toThrow('The body has no list "batch".')
  expect(() => decode('text')).toThrow('The body has no list "batch".')
  expect(() => decode([], 'track')).toThrow('The body has to be a JSON object.')
  expect(() => decode({ batch: Array.from({ length: 10_001 }, () => 1) })).toThrow('at most 10000')
})
