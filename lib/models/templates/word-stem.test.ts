import { expect, test } from 'vitest'
import { wordStem } from './word-stem'

test.each([
  [['create', 'creates', 'created', 'creating'], 'creat'],
  [['plan', 'plans', 'planned', 'planning'], 'plan'],
  [['add', 'adds', 'added', 'adding'], 'add'],
  [['reply', 'replies', 'replied'], 'reply'],
  [['finish', 'finishes', 'finished'], 'finish'],
  [['buy', 'bought'], 'buy'],
  [['status'], 'status'],
  [['feed'], 'feed'],
])('%j have one stem, %s', (words, stem) => {
  for (const word of words) expect(wordStem(word)).toBe(stem)
})
