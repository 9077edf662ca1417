import { expect, test } from 'vitest'
import { pickableEvents, propertiesOf } from './pickable-events'

const item = (name: string, people: number, rest: object = {}) => ({
  name,
  kind: 'track' as const,
  activity: true,
  volume: people * 2,
  people,
  firstSeen: '',
  lastSeen: '',
  properties: [] as string[],
  ...rest,
})

test('events to choose from are activity, one entry per name, the most people first', () => {
  const events = pickableEvents([
    item('login', 5, { properties: ['plan'] }),
    item('home', 3, { kind: 'page', properties: ['url'] }),
    item('home', 9, { properties: ['area'] }),
    item('read', 99, { kind: 'action', activity: false }),
  ])
  expect(events).toEqual([
    { name: 'home', volume: 24, people: 9, properties: ['area', 'url'] },
    { name: 'login', volume: 10, people: 5, properties: ['plan'] },
  ])
  expect(propertiesOf(events, 'login')).toEqual(['plan'])
  expect(propertiesOf(events, '*')).toEqual(['area', 'plan', 'url'])
  expect(propertiesOf(events, 'unheard of')).toEqual([])
})
