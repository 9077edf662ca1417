import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wellFormedJson } from './well-formed-json'

test('half of a surrogate pair becomes the replacement character, in keys too', () => {
  expect(JSON.parse(wellFormedJson({ 'a\udc00': '\ud800b\ud83d\ude00' }))).toEqual({ 'a\ufffd': '\ufffdb😀' })
})

test('a written backslash is no escape', () => {
  expect(JSON.parse(wellFormedJson('\\ud800'))).toBe('\\ud800')
  expect(JSON.parse(wellFormedJson('\\\ud800'))).toBe('\\\ufffd')
})

test('any text comes back with its half pairs replaced', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(wellFormedJson(text))).toBe(text.toWellFormed())
    }),
  )
})
