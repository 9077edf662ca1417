import { expect, test } from 'vitest'
import { weightMoved } from './weight-moved'

const having = (weights: Record<string, number>) => ({
  behaviors: Object.entries(weights).map(([key, weight]) => ({ key, weight })),
})

test.each([
  ['another weight', { report: 5, invite: 3 }, true],
  ['the same weights in another order', { invite: 2, report: 5 }, false],
  ['a behavior more', { report: 5, invite: 2, share: 1 }, false],
  ['a behavior less', { report: 5 }, false],
  ['a weight that is being typed', { report: 5, invite: NaN }, false],
])('%s: moved or not', (_, now, moved) => {
  expect(weightMoved(having({ report: 5, invite: 2 }), having(now))).toBe(moved)
})
