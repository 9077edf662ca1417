import { expect, test } from 'vitest'
import { sameRows } from './same-rows'

const ids = (...values: bigint[]) => BigUint64Array.from(values)

test('each id is found where it stands, or nowhere', () => {
  expect([...sameRows(ids(2n, 5n, 9n), ids(1n, 2n, 9n))]).toEqual([1, -1, 2])
  expect([...sameRows(ids(), ids(1n))]).toEqual([])
  expect([...sameRows(ids(1n, 2n), ids())]).toEqual([-1, -1])
})

test('ids above 32 bits are told apart by both of their halves', () => {
  const high = 2n ** 32n
  const known = ids(1n, high, high + 1n, 2n * high, 2n ** 64n - 1n)
  expect([...sameRows(known, known)]).toEqual([0, 1, 2, 3, 4])
  expect([...sameRows(ids(high - 1n, high + 1n, 2n * high + 1n, 2n ** 64n - 1n), known)]).toEqual([
    -1, 2, -1, 4,
  ])
})
