import { expect, test } from 'vitest'
import { floorOf } from './floor'
import { fold } from './fold'

const read = { points: 2, severity: null }
const bounce = { points: null, severity: 1 }
const aged = (...actions: (typeof read | typeof bounce)[]) =>
  actions.map((action, index) => ({ ...action, age: actions.length - index }))

const history = aged(read, read, read, read, read, read, bounce, read)

test('subscribed, five reads, a bounce, a read: running 3.623810, final 2.957143', () => {
  const running = fold(history, { gravity: 1, order: 'running' })
  expect(running.score).toBeCloseTo(3.6238095, 6)
  expect(running.parts.map(({ divisor }) => divisor)).toEqual([1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1])
  const final = fold(history, { gravity: 1, order: 'final' })
  expect(final.score).toBeCloseTo(2.9571429, 6)
  expect(final.parts.at(-1)).toEqual({ worth: 2, divisor: 1.5, adds: 2 / 1.5 })
})

test('without gravity nothing fades; of nothing the score is 0', () => {
  expect(fold(aged(read, read, bounce), { gravity: 0, order: 'running' }).score).toBe(2)
  expect(fold([], { gravity: 1, order: 'running' })).toEqual({ score: 0, parts: [] })
})

test('ages and gravities beyond reason leave numbers', () => {
  const old = [
    { ...read, age: 1e6 },
    { ...bounce, age: 1e6 },
  ]
  expect(fold(old, { gravity: 500, order: 'final' }).score).toBe(0)
  const fierce = Array.from({ length: 200 }, () => ({ points: null, severity: 1e9, age: 1 }))
  expect(fold([{ ...read, age: 1 }, ...fierce], { gravity: 1, order: 'running' }).score).toBe(0)
})

test('floor 2 and a hard bounce of age 1: 1; of age 4: 1.6; unread changes nothing', () => {
  expect(floorOf(2, [{ action: 'bounce_hard', divisor: 2 }])).toBe(1)
  expect(floorOf(2, [{ action: 'bounce_hard', divisor: 1.25 }])).toBe(1.6)
  expect(
    floorOf(2, [
      { action: 'complaint', divisor: 2 },
      { action: 'bounce_soft', divisor: 1.25 },
    ]),
  ).toBe(0.8)
  expect(
    floorOf(2, [
      { action: 'unread', divisor: 2 },
      { action: 'unsubscribe', divisor: 2 },
    ]),
  ).toBe(2)
  expect(floorOf(2, [{ action: 'read', divisor: 3 }])).toBe(2)
  expect(floorOf(null, [])).toBe(null)
})
