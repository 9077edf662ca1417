import { expect, test } from 'vitest'
import { isMeant } from './command'

const dark = { label: 'Use the dark theme', words: 'night colours' }

test('a command is found by the beginnings of its words, in any order and case', () => {
  for (const typed of ['', 'dark', 'THE da', 'theme use', 'night', 'col'])
    expect(isMeant(dark, typed)).toBe(true)
})

test('it is not found by what is inside a word, or by a word it does not have', () => {
  for (const typed of ['ark', 'dark mode', 'x']) expect(isMeant(dark, typed)).toBe(false)
})

test('marks over letters do not matter', () => {
  expect(isMeant({ label: 'Zürich' }, 'zur')).toBe(true)
})
