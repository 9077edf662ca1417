import { expect, test } from 'vitest'
import { foundEvents } from './found-events'

const event = (name: string, people: number) => ({ name, people, volume: people * 10 })
const events = [event('Report Run', 80), event('App Opened', 95), event('Report Shared', 12)]
const names = (search: string, most = 10) => foundEvents(events, search, most).shown.map(({ name }) => name)

test('events are found by a part of their name, most used first', () => {
  expect(names('')).toEqual(['App Opened', 'Report Run', 'Report Shared'])
  expect(names(' REPORT ')).toEqual(['Report Run', 'Report Shared'])
  expect(names('login')).toEqual([])
})

test('what is not shown is counted', () => {
  expect(foundEvents(events, 'report', 1)).toMatchObject({ more: 1 })
  expect(foundEvents(events, 'report', 2)).toMatchObject({ more: 0 })
})
