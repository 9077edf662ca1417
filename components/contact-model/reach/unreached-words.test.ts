import { expect, test } from 'vitest'
import { unreachedInWords } from './unreached-words'

test('stars that nobody reaches are named', () => {
  expect(unreachedInWords([5])).toMatch(
    /^5★ is out of reach: 104 messages, all read and clicked, never give it\./,
  )
  expect(unreachedInWords([3, 4, 5])).toMatch(/^3★, 4★ and 5★ are out of reach/)
})

test('nobody has to reach 1★', () => {
  expect(unreachedInWords([1])).toBeNull()
  expect(unreachedInWords([])).toBeNull()
})
