import { expect, test } from 'vitest'
import { slugSchema } from './schema'
import { numberedSlug, slugOf } from './slug-of'

test.each([
  ['Größe & Söhne, Nord', 'grosse-sohne-nord'],
  ['  Café  2 ', 'cafe-2'],
  ['日本', 'workspace'],
  [`${'a'.repeat(47)} b`, 'a'.repeat(47)],
])('%j becomes %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
  expect(slugSchema.safeParse(slugOf(name)).success).toBe(true)
})

test('a slug that is taken is numbered, and stays short enough', () => {
  expect([numberedSlug('demo', 1), numberedSlug('demo', 2)]).toEqual(['demo', 'demo-2'])
  expect(slugSchema.safeParse(numberedSlug('a'.repeat(48), 12)).success).toBe(true)
})
