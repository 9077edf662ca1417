import { expect, test } from 'vitest'
import { changedStage, withoutStage, withStage } from './stage-edits'

const stages = [
  { key: 'new', untilDay: 30 },
  { key: 'established', untilDay: null },
]

test('a stage is added before the last one, which stays without end', () => {
  expect(withStage(stages)).toEqual([
    { key: 'new', untilDay: 30 },
    { key: 'stage 3', untilDay: 60 },
    { key: 'established', untilDay: null },
  ])
  expect(withStage([{ key: 'all', untilDay: null }])).toEqual([
    { key: 'stage 2', untilDay: 30 },
    { key: 'all', untilDay: null },
  ])
})

test('an added stage never has the key of another', () => {
  const taken = [{ key: 'stage 3', untilDay: 30 }, stages[1]!]
  expect(withStage(taken).map(({ key }) => key)).toEqual(['stage 3', 'stage 4', 'established'])
})

test('removing a stage leaves the last one without end', () => {
  expect(withoutStage(stages, 0)).toEqual([{ key: 'established', untilDay: null }])
  expect(withoutStage(stages, 1)).toEqual([{ key: 'new', untilDay: null }])
})

test('one stage is changed, the others stay', () => {
  expect(changedStage(stages, 0, { untilDay: 14 })[0]).toEqual({ key: 'new', untilDay: 14 })
  expect(changedStage(stages, 0, { untilDay: 14 })[1]).toBe(stages[1])
})
