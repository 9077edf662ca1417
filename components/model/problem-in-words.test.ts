import { expect, test } from 'vitest'
import { problemInWords } from './problem-in-words'

const document = { behaviors: [{ name: 'Ran a report' }], tiers: [{ name: ' ' }] } as never

test('a behavior is called by its name', () => {
  const problem = {
    path: ['behaviors', 0, 'weight'],
    message: 'behaviors[0].weight must be a finite number.',
  }
  expect(problemInWords(problem, document)).toBe('Ran a report: weight must be a finite number.')
})

test('what has no name keeps its place', () => {
  const problem = { path: ['tiers', 0, 'from'], message: 'tiers[0].from must be 0 in the first tier.' }
  expect(problemInWords(problem, document)).toBe(problem.message)
  const window = { path: ['window', 'days'], message: 'window.days must be at least 1.' }
  expect(problemInWords(window, document)).toBe(window.message)
})
