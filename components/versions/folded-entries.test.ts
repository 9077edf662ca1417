import { expect, test } from 'vitest'
import { foldedEntries } from './folded-entries'

const entry = (id: string, words: string, actor = 'ada') => ({ id, words, actor })

test('the same done several times in a row by one person is told once, by its newest', () => {
  const entries = [
    entry('5', 'Changed the draft'),
    entry('4', 'Changed the draft'),
    entry('3', 'Changed the draft', 'ben'),
    entry('2', 'Published v1'),
    entry('1', 'Changed the draft'),
  ]
  expect(foldedEntries(entries).map(({ id, times }) => [id, times])).toEqual([
    ['5', 2],
    ['3', 1],
    ['2', 1],
    ['1', 1],
  ])
})
