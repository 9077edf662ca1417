import { expect, test } from 'vitest'
import type { StoredClaim } from '@/lib/ingest/resolve-identities'
import { joinedAt } from './joined-at'

const claim = (kind: StoredClaim['kind'], from: string, to: string, claimedAt: number): StoredClaim => ({
  kind,
  from,
  to,
  claimedAt,
})
const times = (claims: StoredClaim[], person: string, members: string) =>
  Object.fromEntries(
    [...joinedAt(claims, person, new Set(members.split(' ')))].map(([id, { claimedAt }]) => [id, claimedAt]),
  )

test('the example of the comment: a chain came with the alias that closed it', () => {
  const claims = [claim('alias', 'a', 'b', 5), claim('alias', 'b', 'root', 6)]
  expect(times(claims, 'root', 'root a b')).toEqual({ a: 6, b: 6 })
  expect(times(claims.reverse(), 'root', 'root a b')).toEqual({ a: 6, b: 6 })
})

test('of several ways to a person the first counts, and none that was undone', () => {
  const claims = [
    claim('alias', 'a', 'root', 1),
    claim('alias', 'a', 'root', 7),
    claim('alias', 'root', 'a', 9),
  ]
  expect(times(claims, 'root', 'root a')).toEqual({ a: 1 })
  expect(times([...claims, claim('separate', 'a', 'root', 5)], 'root', 'root a')).toEqual({ a: 7 })
})

test('those that were joined by somebody who left came when they did', () => {
  const claims = [
    claim('alias', 'a', 'b', 1),
    claim('alias', 'b', 'root', 2),
    claim('separate', 'b', 'root', 3),
  ]
  expect(times(claims, 'root', 'root a')).toEqual({ a: 2 })
})

test('an anonymous id and an e-mail came with their first claim, or the last word of somebody', () => {
  const claims = [
    claim('anonymous', 'x', 'other', 1),
    claim('anonymous', 'x', 'root', 2),
    claim('email', 'm', 'root', 4),
    claim('email', 'm', 'a', 3),
  ]
  expect(times(claims, 'root', 'root a x m')).toEqual({ x: 2, m: 3 })
  expect(times([...claims, claim('own', 'x', 'root', 8)], 'root', 'root a x m')).toMatchObject({ x: 8 })
})
