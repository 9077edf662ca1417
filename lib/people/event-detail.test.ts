import { expect, test } from 'vitest'
import { eventDetail } from './event-detail'

test('the detail of an event is the property whose name tells most, else the first text', () => {
  expect(eventDetail({ id: 7, reportName: 'Weekly revenue' })).toBe('Weekly revenue')
  expect(eventDetail({ path: '/a', title: 'Start' })).toBe('Start')
  expect(eventDetail({ userId: 'u1', colour: 'red' })).toBe('red')
  expect(eventDetail({ value: 12.5 })).toBe('12.5')
})

test('where nothing tells anything there is none, and a long one is cut', () => {
  expect(eventDetail({})).toBe(null)
  expect(eventDetail({ rows: 5, name: ' ', list: ['a'], nothing: null })).toBe(null)
  expect(eventDetail({ name: 'x'.repeat(100) })).toBe(`${'x'.repeat(80)}…`)
})
