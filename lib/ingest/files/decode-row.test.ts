import { describe, expect, it } from 'vitest'
import { cellValue } from './cell-value'
import { rowDecoder, type RowOptions } from './decode-row'
import type { KindMapping } from './mapping-schema'

const now = new Date('2026-01-01T00:00:00Z')
const ts = '2014-05-01T10:00:00Z'
function decode(mapped: KindMapping, values: Record<string, unknown>, options: Partial<RowOptions> = {}) {
  const decoder = rowDecoder(mapped, { now, columns: Object.keys(values), typed: false, ...options })
  const { event, reject } = decoder(values)
  return event ?? reject.code
}
const events: KindMapping = { kind: 'events', mapping: { person: 'user', event: 'event', timestamp: 'ts' } }

describe('rowDecoder: events', () => {
  it('makes a track event with every other column as a property', () => {
    expect(
      decode(events, { user: ' 7 ', event: 'order', ts, value: '22.50', sku: '007', empty: ' ' }),
    ).toEqual({
      ...{ eventId: '', kind: 'track', name: 'order', userId: '7', anonymousId: null, email: null },
      ...{ previousId: null, accountId: null, occurredAt: new Date(ts), machine: false },
      properties: { value: 22.5, sku: '007' },
    })
  })

  it('takes only the properties that are listed', () => {
    const mapped: KindMapping = { kind: 'events', mapping: { ...events.mapping, properties: ['a'] } as never }
    expect(decode(mapped, { user: '7', event: 'x', ts, a: '1', b: '2' })).toMatchObject({
      properties: { a: 1 },
    })
  })

  it('says what is wrong with a row', () => {
    const row = { user: '7', event: 'x', ts }
    expect(decode(events, { ...row, user: '-' })).toBe('bad_person_id')
    expect(decode(events, { ...row, event: ' ' })).toBe('missing_event')
    expect(decode(events, { ...row, ts: 'soon' })).toBe('bad_timestamp')
  })

  it('takes the anonymous id or the e-mail where there is no user', () => {
    const columns = { person: 'user', anonymous: 'device', email: 'mail', account: 'org', eventId: 'id' }
    const mapped: KindMapping = { kind: 'events', mapping: { ...columns, event: 'event', timestamp: 'ts' } }
    const row = { user: '', device: 'd1', mail: 'A@B.io', event: 'x', ts, org: 'o1', id: 'e1' }
    const ids = { userId: null, anonymousId: 'd1', email: 'a@b.io', accountId: 'o1', eventId: 'e1' }
    expect(decode(mapped, row)).toMatchObject(ids)
    expect(decode(mapped, { ...row, device: 'null', org: '-' })).toMatchObject({
      email: 'a@b.io',
      accountId: null,
    })
    expect(decode(mapped, { ...row, mail: 'nonsense' })).toBe('bad_email')
    expect(decode(mapped, { ...row, device: '', mail: '-' })).toBe('bad_person_id')
  })

  it('keeps the types of JSON and drops nulls', () => {
    const row = { user: 26, event: 'x', ts: 1398938400000, tags: ['a'], zip: '123', none: null }
    const event = decode(events, row, { typed: true, columns: [] })
    expect(event).toMatchObject({
      userId: '26',
      occurredAt: new Date(ts),
      properties: { tags: ['a'], zip: '123' },
    })
    expect(decode(events, { ...row, user: {} }, { typed: true, columns: [] })).toBe('bad_person_id')
  })
})

describe('rowDecoder: people and accounts', () => {
  const people: KindMapping = { kind: 'people', mapping: { person: 'id', email: 'mail', account: 'org' } }

  it('makes an identify with traits, the e-mail claim and the account, at now', () => {
    const row = { id: '7', mail: 'Ann@x.io', org: '3', plan: 'pro', creation_time: '22-04-2014 03:53' }
    expect(decode(people, row)).toMatchObject({
      ...{
        kind: 'identify',
        name: 'identify',
        userId: '7',
        email: 'ann@x.io',
        accountId: '3',
        occurredAt: now,
      },
      properties: { plan: 'pro', createdAt: '2014-04-22T03:53:00.000Z' },
    })
    const elsewhere = decode(people, row, { zoneFallback: 'Europe/Berlin' })
    expect(elsewhere).toMatchObject({ properties: { createdAt: '2014-04-22T01:53:00.000Z' } })
  })

  it('keeps a creation time that cannot be read as it is', () => {
    const event = decode(people, { id: '7', created_at: 'long ago' })
    expect(event).toMatchObject({ properties: { created_at: 'long ago' } })
  })

  it('makes a group of nobody from an account', () => {
    const mapped: KindMapping = { kind: 'accounts', mapping: { account: 'id' } }
    expect(decode(mapped, { id: 'acme', seats: '12' })).toMatchObject({
      ...{
        kind: 'group',
        name: 'group',
        accountId: 'acme',
        userId: null,
        email: null,
        properties: { seats: 12 },
      },
    })
    expect(decode(mapped, { id: '' })).toBe('bad_account_id')
  })
})

describe('rowDecoder: contact actions and outcomes', () => {
  const columns = { email: 'to', action: 'what', timestamp: 'ts', messageId: 'mail' }

  it('understands common words for actions, and the file’s own by the map', () => {
    const mapped: KindMapping = {
      kind: 'contact-actions',
      mapping: { ...columns, actions: { Gelesen: 'read' } },
    }
    const names = [
      'opened',
      'Email Link Clicked',
      'gelesen',
      'hard_bounce',
      'bounce_soft',
      'spam report',
      'unsubscribed',
    ]
    expect(names.map((what) => decode(mapped, { to: 'a@b.io', what, ts, mail: '12' }))).toMatchObject(
      ['read', 'click', 'read', 'bounce_hard', 'bounce_soft', 'complaint', 'unsubscribe'].map((name) => ({
        ...{ kind: 'action', name, email: 'a@b.io', properties: { messageId: '12' } },
      })),
    )
    expect(decode(mapped, { to: 'a@b.io', what: 'bounce', ts })).toBe('unknown_action')
    expect(decode(mapped, { to: '', what: 'open', ts })).toBe('bad_email')
  })

  it('makes outcomes with their value', () => {
    const mapping = { person: 'user', outcome: 'what', timestamp: 'ts', value: 'amount' }
    const event = decode({ kind: 'outcomes', mapping }, { user: '7', what: 'renewed', ts, amount: '99.00' })
    expect(event).toMatchObject({ kind: 'outcome', name: 'outcome:renewed', properties: { value: 99 } })
  })
})

describe('cellValue', () => {
  it('makes numbers only of what keeps its meaning as one', () => {
    expect(['12', '-3.25', '0', '22.50', '0.1'].map(cellValue)).toEqual([12, -3.25, 0, 22.5, 0.1])
    const texts = ['007', '+1', '1e3', '-0', '1,5', '.5', '12345678901234567890', '1.2.3', '-', '2014-05-01']
    expect(texts.map(cellValue)).toEqual(texts)
  })

  it('knows true and false, and leaves out blanks', () => {
    expect(['true', 'FALSE', 'yes', ' '].map(cellValue)).toEqual([true, false, 'yes', undefined])
  })
})
