import { beforeAll, describe, expect, test } from 'vitest'
import { NOW, newWorkspace, storeEvents } from '@/lib/engagement/testing'
import { eventPropertyValues } from './operations'
import { propertyValues } from './sql/property-values'

describe('the values of a property', () => {
  let made: Awaited<ReturnType<typeof newWorkspace>>
  beforeAll(async () => {
    made = await newWorkspace()
    const sent = (properties: Record<string, unknown>, name = 'order', kind = 'track') => ({
      properties,
      name,
      kind,
    })
    const events = [
      sent({ plan: 'pro', seats: 3, trial: true }),
      sent({ plan: 'pro', seats: 12.5, trial: false }),
      sent({ plan: 'free', seats: 3, trial: true }),
      sent({ plan: 3, seats: '3', to: 'kai@example.com' }),
      sent({ plan: null, seats: ['many'], to: 'kim@example.net' }),
      sent({ to: 'nobody', note: 'x'.repeat(300) }),
      sent({ plan: 'team' }, 'Page Viewed', 'page'),
      sent({ plan: 'hidden' }, 'order', 'outcome'),
    ]
    await storeEvents(
      events.map((event, index) => ({
        ...event,
        workspace: made.id,
        identity: `user:${index}`,
        at: NOW.getTime() - (index + 1) * 60_000,
      })),
      2,
    )
  })
  const ask = (property: string, { event = 'order', role = 'editor' as 'editor' | 'viewer' } = {}) =>
    eventPropertyValues(made.contextOf(role), { event, property })
  const told = async (...asked: Parameters<typeof ask>) =>
    (await ask(...asked)).values.map(({ value, count }) => [value, count])

  test('come with their type, the most frequent first; null and absent are none', async () => {
    expect(await ask('plan')).toMatchObject({
      events: 6,
      types: { text: 3, number: 1, boolean: 0, other: 0 },
      min: 3,
      max: 3,
      values: [
        { type: 'text', value: 'pro', count: 2 },
        { type: 'text', value: 'free', count: 1 },
        { type: 'number', value: 3, count: 1 },
      ].map((value) => expect.objectContaining(value)),
    })
    expect(await told('trial')).toEqual([
      [true, 2],
      [false, 1],
    ])
  })

  test('tell the range of the numbers alone', async () => {
    expect(await ask('seats')).toMatchObject({ min: 3, max: 12.5, types: { text: 1, number: 3, other: 1 } })
    expect(await told('seats')).toEqual([
      [3, 2],
      ['3', 1],
      [12.5, 1],
    ])
    expect(await ask('to')).toMatchObject({ min: null, max: null })
  })

  test('are those of activity, of one name or of any', async () => {
    expect(await told('plan', { event: '*' })).toContainEqual(['team', 1])
    expect(await told('plan', { event: '*' })).not.toContainEqual(['hidden', 1])
    expect(await ask('plan', { event: 'nothing' })).toMatchObject({ events: 0, values: [] })
  })

  test('leave out texts that are too long to choose from', async () => {
    expect(await ask('note')).toMatchObject({ types: { text: 1 }, values: [] })
  })

  test('show no e-mail to those who may not see them', async () => {
    expect(await told('to')).toContainEqual(['kai@example.com', 1])
    const { values } = await ask('to', { role: 'viewer' })
    expect(values.map(({ value, count, masked }) => [value, count, masked])).toEqual([
      ['k•••@e•••', 2, true],
      ['nobody', 1, false],
    ])
  })

  test('are of the newest events, so many at most', async () => {
    const [row] = await propertyValues({
      workspace: made.id,
      event: 'order',
      property: 'plan',
      newest: 2,
      limit: 20,
    })
    expect(row).toMatchObject({ events: 2, values: [['"pro"', 2]] })
  })

  test('of another workspace stay there', async () => {
    const other = await newWorkspace()
    expect(await eventPropertyValues(other.contextOf(), { event: '*', property: 'plan' })).toMatchObject({
      events: 0,
      values: [],
    })
  })
})
