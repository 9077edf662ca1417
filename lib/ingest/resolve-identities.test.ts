import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClaimKind } from './claims-of'
import { type StoredClaim, resolveIdentities } from './resolve-identities'

/** Names for hashes: users a to f are 1 to 6, anonymous ids x and y 11 and 12, e-mails m and n 21 and 22. */
const ids = { a: '1', b: '2', c: '3', d: '4', e: '5', f: '6', x: '11', y: '12', m: '21', n: '22' } as const
type Name = keyof typeof ids
const nameOf = (id: string) => Object.entries(ids).find(([, value]) => value === id)?.[0] ?? id

const claim = (kind: ClaimKind, from: Name, to: Name, claimedAt = 0): StoredClaim => ({
  kind,
  from: ids[from],
  to: ids[to],
  claimedAt,
})
const resolve = (claims: StoredClaim[], seen: Partial<Record<Name, number>> = {}) => {
  const firstSeen = new Map(Object.entries(seen).map(([name, at]) => [ids[name as Name] as string, at]))
  const resolved = [...resolveIdentities(claims, firstSeen)]
  return Object.fromEntries(resolved.map(([id, target]) => [nameOf(id), nameOf(target)]))
}

test('the example of the comment: a chain of aliases with an anonymous id at its end', () => {
  const claims = [claim('alias', 'a', 'b', 1), claim('alias', 'b', 'c', 2), claim('anonymous', 'x', 'c', 3)]
  expect(resolve(claims, { a: 1, b: 2, c: 3 })).toEqual({ a: 'a', b: 'a', c: 'a', x: 'a' })
})

describe('aliases', () => {
  test('a cycle ends at its oldest id', () => {
    const claims = [claim('alias', 'a', 'b'), claim('alias', 'b', 'c'), claim('alias', 'c', 'a')]
    expect(resolve(claims, { a: 3, b: 1, c: 2 })).toEqual({ a: 'b', b: 'b', c: 'b' })
  })

  test('an id that no event carried is never the oldest', () => {
    expect(resolve([claim('alias', 'a', 'b', 1)], { b: 5 })).toEqual({ a: 'b', b: 'b' })
  })

  test('among ids first seen at the same time the one that was aliased away first is the oldest', () => {
    const claims = [claim('alias', 'c', 'b', 1), claim('alias', 'b', 'a', 2)]
    expect(resolve(claims, { a: 1, b: 1, c: 1 })).toEqual({ a: 'c', b: 'c', c: 'c' })
  })
})

describe('anonymous ids', () => {
  test('belong to the first user that was seen with them', () => {
    const claims = [claim('anonymous', 'x', 'b', 2), claim('anonymous', 'x', 'a', 1)]
    expect(resolve(claims)).toEqual({ x: 'a', a: 'a', b: 'b' })
  })

  test('do not join the users that share a browser', () => {
    const claims = [
      claim('anonymous', 'x', 'a', 1),
      claim('anonymous', 'x', 'b', 2),
      claim('anonymous', 'y', 'b', 3),
    ]
    expect(resolve(claims)).toEqual({ x: 'a', y: 'b', a: 'a', b: 'b' })
  })
})

describe('e-mails', () => {
  test('belong to the one person that claims them', () => {
    expect(resolve([claim('email', 'm', 'a'), claim('email', 'n', 'a')])).toEqual({ m: 'a', n: 'a', a: 'a' })
  })

  test('stay apart when two people claim them, and come together when the two become one', () => {
    const claims = [claim('email', 'm', 'a'), claim('email', 'm', 'b')]
    expect(resolve(claims)).toEqual({ m: 'm', a: 'a', b: 'b' })
    expect(resolve([...claims, claim('alias', 'a', 'b')], { a: 1, b: 2 })).toEqual({ m: 'a', a: 'a', b: 'a' })
  })

  test('claimed for an anonymous id they go to its owner', () => {
    expect(resolve([claim('email', 'm', 'x')])).toEqual({ m: 'x', x: 'x' })
    expect(resolve([claim('email', 'm', 'x'), claim('anonymous', 'x', 'a')])).toEqual({
      m: 'a',
      x: 'a',
      a: 'a',
    })
  })
})

const users = fc.constantFrom<Name>('a', 'b', 'c', 'd', 'e', 'f')
const anonymous = fc.constantFrom<Name>('x', 'y')
const anyClaim = fc.oneof(
  fc.tuple(fc.constant<ClaimKind>('alias'), users, users),
  fc.tuple(fc.constant<ClaimKind>('anonymous'), anonymous, users),
  fc.tuple(fc.constant<ClaimKind>('email'), fc.constantFrom<Name>('m', 'n'), fc.oneof(users, anonymous)),
)
const histories = fc
  .array(fc.tuple(anyClaim, fc.nat(5)), { maxLength: 12 })
  .map((list) => list.map(([[kind, from, to], at]) => claim(kind, from, to, at)))
const times = fc
  .dictionary(fc.constantFrom(...Object.values(ids)), fc.nat(5))
  .map((seen) => new Map(Object.entries(seen)))

test('the order in which claims are read changes nothing', () => {
  fc.assert(
    fc.property(
      histories.chain((claims) =>
        fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
      ),
      times,
      ([claims, shuffled], firstSeen) => {
        const sorted = (map: Map<string, string>) => [...map].sort()
        expect(sorted(resolveIdentities(shuffled, firstSeen))).toEqual(
          sorted(resolveIdentities(claims, firstSeen)),
        )
      },
    ),
  )
})

test('everybody is counted as somebody who is counted as himself', () => {
  fc.assert(
    fc.property(histories, times, (claims, firstSeen) => {
      const resolved = resolveIdentities(claims, firstSeen)
      for (const target of resolved.values()) expect(resolved.get(target)).toBe(target)
    }),
  )
})

test('two users are one exactly when aliases lead from one to the other', () => {
  fc.assert(
    fc.property(histories, times, users, users, (claims, firstSeen, one, other) => {
      const resolved = resolveIdentities(claims, firstSeen)
      const reached = new Set<string>([ids[one]])
      for (let size = -1; size < reached.size;) {
        size = reached.size
        for (const { kind, from, to } of claims)
          if (kind === 'alias' && (reached.has(from) || reached.has(to))) reached.add(from).add(to)
      }
      const rootOf = (name: Name) => resolved.get(ids[name]) ?? ids[name]
      expect(rootOf(one) === rootOf(other)).toBe(reached.has(ids[other]))
    }),
  )
})
