import { describe, expect, test } from 'vitest'
import type { StarChange } from '@/lib/scoring/contacts/what-if/star-change'
import { orderAnswer, starsAnswer } from './stars-words'

const change: StarChange = { n: 3412, up: 43, down: 189, same: 3180, entered: 0, left: 0, matrix: [] }
const of = (...stars: number[]) => ({ contacts: stars.reduce((sum, one) => sum + one, 0), stars, bins: [] })
const draft = { ...of(1000, 1000, 361, 200, 851), change }
const live = { ...of(1000, 1000, 249, 200, 963), version: 7 }
const said = (...given: Parameters<typeof starsAnswer>) => {
  const { claim, rest } = starsAnswer(...given)
  return claim + rest
}

describe('the answer of a draft', () => {
  test('says how many contacts change stars, which way, and what becomes of 5★', () => {
    expect(said(draft, live)).toBe(
      'Your draft changes the stars of 232 of 3,412 contacts: 43 up and 189 down. 5★ goes from 963 to 851.',
    )
  })

  test('says that nobody’s stars change', () => {
    expect(said({ ...draft, change: { ...change, up: 0, down: 0, same: 3412 } }, live)).toBe(
      'Your draft changes nobody’s stars: all 3,412 contacts keep what v7 gives them.',
    )
  })

  test('of a model that was never published says who would have 5★', () => {
    expect(said({ ...draft, change: null }, null)).toBe(
      'Your draft gives 5★ to 851 of 3,412 contacts, 24.9% of the list.',
    )
  })
})

test('the two orders are compared in a sentence', () => {
  const orders = {
    running: of(0, 2, 0, 0, 2),
    final: of(2, 0, 0, 0, 2),
    change: { ...change, n: 4, up: 0, down: 2 },
  }
  expect(orderAnswer(orders, 'running')).toBe(
    'Read as final instead of running, 2 contacts of 4 would have other stars: 0 up and 2 down. Mean stars: running 3.50, final 3.00. The draft is running.',
  )
  expect(orderAnswer({ ...orders, change: { ...change, up: 0, down: 0 } }, 'final')).toMatch(/same stars/)
})
