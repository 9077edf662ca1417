import { expect, test } from 'vitest'
import { addressOf, isNarrowed, viewOf } from './view'

const read = (query: string) => viewOf(new URLSearchParams(query))

test('an address holds the view, and what is usual is left out of it', () => {
  const view = read('?list=loyal&stars=4,5&search=ada&sort=email&order=desc')
  expect(view).toEqual({ list: 'loyal', stars: '4,5', search: 'ada', sort: 'email', order: 'desc' })
  expect(read(addressOf(view))).toEqual(view)
  expect(addressOf({ sort: 'score', order: 'desc' })).toBe('')
  expect(addressOf({ sort: 'email', order: 'asc' })).toBe('?sort=email')
})

test('what makes no sense in an address is as if it were not there', () => {
  expect(read('?list=everybody&stars=6&sort=shoe&order=up&search=%20')).toEqual({})
})

test('an order alone leaves nobody out', () => {
  expect(isNarrowed(read('?sort=email'))).toBe(false)
  expect(isNarrowed(read('?stars=1'))).toBe(true)
})
