import { expect, test } from 'vitest'
import { pageOfList } from './page-of-list'

const keyOf = (item: string) => item
const list = ['a', 'b', 'c', 'd', 'e']

test('pages follow each other, and the last one says so', () => {
  const first = pageOfList(list, keyOf, { limit: 2 })
  const second = pageOfList(list, keyOf, { limit: 2, cursor: first.nextCursor ?? '' })
  const third = pageOfList(list, keyOf, { limit: 2, cursor: second.nextCursor ?? '' })
  expect([first.items, second.items, third.items]).toEqual([['a', 'b'], ['c', 'd'], ['e']])
  expect(third.nextCursor).toBeNull()
  expect(pageOfList(list, keyOf, { limit: 5 }).nextCursor).toBeNull()
  expect(pageOfList([], keyOf, { limit: 5 })).toEqual({ items: [], nextCursor: null })
})

test('a page goes on behind the item it ended with, wherever that stands by now', () => {
  const { nextCursor } = pageOfList(list, keyOf, { limit: 2 })
  expect(pageOfList(['z', ...list], keyOf, { limit: 2, cursor: nextCursor ?? '' }).items).toEqual(['c', 'd'])
})

test('a list that lost that item is begun again, and a made-up cursor is refused', () => {
  const { nextCursor } = pageOfList(list, keyOf, { limit: 2 })
  expect(() => pageOfList(['a', 'c'], keyOf, { limit: 2, cursor: nextCursor ?? '' })).toThrow(
    'changed meanwhile',
  )
  expect(() => pageOfList(list, keyOf, { limit: 2, cursor: 'b' })).toThrow('not one of ours')
})
