import { expect, test } from 'vitest'
import { BoundedCache } from './bounded-cache'

test('what was not used for longest is forgotten first', () => {
  const cache = new BoundedCache<number>(2)
  cache.set('a', 1)
  cache.set('b', 2)
  cache.get('a')
  cache.set('c', 3)
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3])
  expect(cache.size).toBe(2)
})

test('setting a key again replaces it', () => {
  const cache = new BoundedCache<number>(2)
  cache.set('a', 1)
  cache.set('a', 2)
  expect([cache.size, cache.get('a')]).toEqual([1, 2])
  cache.delete('a')
  expect(cache.has('a')).toBe(false)
})
