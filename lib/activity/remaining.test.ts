import { expect, test } from 'vitest'
import { remainingMs } from './remaining'

const start = new Date('2026-03-02T00:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)

test('what is left takes as long as what was done took', () => {
  expect(remainingMs(0.25, start, after(30))).toBe(90_000)
  expect(remainingMs(1, start, after(30))).toBe(0)
})

test('nothing is estimated from nothing', () => {
  expect(remainingMs(0.5, null, after(30))).toBeNull()
  expect(remainingMs(0.001, start, after(30))).toBeNull()
  expect(remainingMs(0.5, start, after(0.2))).toBeNull()
})
