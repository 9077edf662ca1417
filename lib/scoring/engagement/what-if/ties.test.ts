import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tiesOf } from './ties'

const pool = (...keys: number[]) => ({ keys: Float64Array.from(keys.toSorted((a, b) => a - b)) })

test('people above zero who share a key are tied, and the largest tie is told', () => {
  expect(tiesOf([pool(0, 0, 1, 2, 2, 3, 3, 3)])).toEqual({ people: 5, largest: 3 })
})

test('people of different pools are not tied', () => {
  expect(tiesOf([pool(1, 2), pool(2, 3)])).toEqual({ people: 0, largest: 0 })
})

test('nobody is tied among nobody', () => {
  expect(tiesOf([pool()])).toEqual({ people: 0, largest: 0 })
})

test('are what counting by key finds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2, max: 5 })), (keys) => {
      const tied = [1, 2, 3, 4, 5]
        .map((key) => keys.filter((one) => one === key).length)
        .filter((people) => people > 1)
      expect(tiesOf([pool(...keys)])).toEqual({
        people: tied.reduce((sum, people) => sum + people, 0),
        largest: Math.max(0, ...tied),
      })
    }),
  )
})
