import { expect, test } from 'vitest'
import { usualType } from './usual-type'

const seen = (text: number, number: number, boolean: number) => ({
  types: { text, number, boolean, other: 0 },
})

test('a property is compared as what it has been most often', () => {
  expect(usualType(seen(3, 9, 0))).toBe('number')
  expect(usualType(seen(3, 0, 9))).toBe('boolean')
  expect(usualType(seen(9, 3, 3))).toBe('text')
  expect([usualType(seen(0, 0, 0)), usualType(undefined)]).toEqual(['text', 'text'])
})
