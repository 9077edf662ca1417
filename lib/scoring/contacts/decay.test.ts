import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agedWorth, decayCurve, gravityThrough } from './decay'

test('10 points at age 4: under gravity 0.5, 1 and 1.5 5, 2.5 and 1.25', () => {
  expect([0.5, 1, 1.5].map((gravity) => agedWorth(10, 4, gravity))).toEqual([5, 2.5, 1.25])
  expect(decayCurve(10, 1, [1, 2, 4])).toEqual([
    { age: 1, worth: 10 },
    { age: 2, worth: 5 },
    { age: 4, worth: 2.5 },
  ])
})

test('10 at age 1 and 2.5 at age 4: gravity 1', () => {
  expect(gravityThrough({ age: 1, worth: 10 }, { age: 4, worth: 2.5 })).toBe(1)
  expect(gravityThrough({ age: 4, worth: 2.5 }, { age: 1, worth: 10 })).toBe(1)
  expect(gravityThrough({ age: 2, worth: 5 }, { age: 7, worth: 5 })).toBe(0)
})

test('any two points of a curve give its gravity', () => {
  const gravity = fc.double({ min: 0, max: 4, noNaN: true })
  fc.assert(
    fc.property(
      gravity,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 10, max: 99 }),
      (g, young, old) => {
        const at = (age: number) => ({ age, worth: agedWorth(10, age, g) })
        expect(gravityThrough(at(young), at(old))).toBeCloseTo(g, 9)
      },
    ),
  )
})

test.each([
  [
    { age: 2, worth: 5 },
    { age: 2, worth: 3 },
  ],
  [
    { age: 2, worth: 5 },
    { age: 3, worth: 6 },
  ],
  [
    { age: 2, worth: 5 },
    { age: 3, worth: 0 },
  ],
  [
    { age: 0, worth: 5 },
    { age: 3, worth: 1 },
  ],
])('no gravity runs through %j and %j', (one, other) => {
  expect(gravityThrough(one, other)).toBe(null)
})
