import { expect, test } from 'vitest'
import { solvedGravity } from './solved-gravity'

test('two points give the gravity of the curve through them', () => {
  expect(solvedGravity({ age: 1, worth: 10 }, { age: 4, worth: 2.5 })).toEqual({
    gravity: 1,
    value: 10,
    words: 'Gravity 1 runs through 10 at age 1 and 2.5 at age 4.',
  })
})

test('in whichever order they are picked, and of whatever such an action is worth', () => {
  const solved = solvedGravity({ age: 8, worth: 2 }, { age: 2, worth: 6 })
  expect(solved.gravity).toBe(0.792)
  expect(solved.value).toBeCloseTo(6 * 2 ** 0.792, 2)
  expect(solved.words).toBe(
    'Gravity 0.792 runs through 2 at age 8 and 6 at age 2, drawn for an action of 10.4 points.',
  )
  expect(solvedGravity({ age: 8, worth: 1 }, { age: 9, worth: 0.1 }).value).toBe(10)
})

test('where no curve fades through both, it is told why', () => {
  expect(solvedGravity({ age: 3, worth: 2 }, { age: 3, worth: 6 })).toMatchObject({ gravity: null })
  expect(solvedGravity({ age: 3, worth: 2 }, { age: 5, worth: 6 }).words).toContain(
    'the older one would be worth more',
  )
})
