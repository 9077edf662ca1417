import { expect, test } from 'vitest'
import { decodeBatch, messagesIn } from '../segment-spec/decode-batch'
import { segmentBody } from './segment-body'

const receivedAt = new Date('2024-03-10T12:00:00Z')
const decode = (body: unknown) => {
  const messages = messagesIn(segmentBody(body), 'batch')
  return { key: messages.writeKey, ...decodeBatch(messages, { key: 'k', bytes: 100, receivedAt }) }
}
const at = { timestamp: '2024-03-10T11:00:00Z' }

test('a batch of the server library becomes events', () => {
  const { key, events, refused } = decode({
    api_key: 'k',
    sent_at: '2024-03-10T12:00:00Z',
    batch: [
      {
        ...at,
        uuid: '1',
        event: 'Report Run',
        distinct_id: 'u',
        properties: { rows: 3, $groups: { company: 'acme' } },
      },
      {
        ...at,
        uuid: '2',
        event: '$identify',
        distinct_id: 'u',
        properties: { $anon_distinct_id: 'a', $set: { email: 'u@example.org' } },
      },
      {
        ...at,
        uuid: '3',
        event: '$create_alias',
        distinct_id: 'u',
        properties: { distinct_id: 'u', alias: 'old' },
      },
      {
        ...at,
        uuid: '4',
        event: '$groupidentify',
        distinct_id: '$company_acme',
        properties: { $group_type: 'company', $group_key: 'acme', $group_set: { name: 'ACME' } },
      },
      {
        ...at,
        uuid: '5',
        event: '$pageview',
        distinct_id: 'a',
        properties: { $is_identified: false, $current_url: '/x' },
      },
      { ...at, uuid: '6', distinct_id: 'u' },
    ],
  })
  expect(key).toBe('k')
  expect(events).toMatchObject([
    {
      eventId: '1',
      kind: 'track',
      name: 'Report Run',
      userId: 'u',
      accountId: 'acme',
      properties: { rows: 3 },
    },
    { eventId: '2', kind: 'identify', userId: 'u', anonymousId: 'a', email: 'u@example.org' },
    { eventId: '3', kind: 'alias', userId: 'u', previousId: 'old' },
    { eventId: '4', kind: 'group', userId: null, accountId: 'acme', properties: { name: 'ACME' } },
    { eventId: '5', kind: 'page', userId: null, anonymousId: 'a' },
  ])
  expect(refused).toMatchObject([{ index: 5, code: 'missing_event' }])
})

test('a single capture carries its key and its id in the properties', () => {
  const { key, events } = decode({ event: 'x', ...at, properties: { token: 'k', distinct_id: 'u', a: 1 } })
  expect(key).toBe('k')
  expect(events).toMatchObject([{ userId: 'u', properties: { a: 1 } }])
})

test('what is no object is refused', () => {
  expect(() => decode('text')).toThrow('"batch"')
  expect(decode({ api_key: 'k', batch: [7] }).refused).toMatchObject([{ code: 'not_an_object' }])
})
