import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type StoredClaim, resolveIdentities } from './resolve-identities'

/** Names for hashes: users a to f are 1 to 6, anonymous ids x and y 11 and 12, e-mails m and n 21 and 22. */
const ids = { a: '1', b: '2', c: '3', d: '4', e: '5', f: '6', x: '11', y: '12', m: '21', n: '22' } as const
type Name = keyof typeof ids
type Kind = StoredClaim['kind']
const nameOf = (id: string) => Object.entries(ids).find(([, value]) => value === id)?.[0] ?? id

const claim = (kind: Kind, from: Name, to: Name, claimedAt = 0): StoredClaim => ({
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

describe('somebody who was separated', () => {
  const chain = [claim('alias', 'a', 'b', 1), claim('alias', 'b', 'c', 2)]
  const seen = { a: 1, b: 2, c: 3, d: 4 }

  test('stands alone; those they were joined with stay together, with what was claimed for each', () => {
    const claims = [
      ...chain,
      claim('anonymous', 'x', 'b', 3),
      claim('anonymous', 'y', 'c', 3),
      claim('email', 'm', 'b', 3),
      claim('email', 'n', 'c', 3),
    ]
    expect(resolve([...claims, claim('separate', 'b', 'a', 5)], seen)).toEqual({
      ...{ b: 'b', x: 'b', m: 'b' },
      ...{ a: 'a', c: 'a', y: 'a', n: 'a' },
    })
  })

  test('is joined again by the next alias, in either direction, not by one from before', () => {
    const apart = [...chain, claim('separate', 'b', 'a', 5)]
    expect(resolve([...apart, claim('alias', 'c', 'b', 5)], seen)).toEqual({ a: 'a', b: 'b', c: 'a' })
    for (const again of [
      claim('alias', 'c', 'b', 6),
      claim('alias', 'b', 'c', 6),
      claim('alias', 'b', 'a', 6),
    ])
      expect(resolve([...apart, again], seen)).toEqual({ a: 'a', b: 'a', c: 'a' })
  })

  test('may be joined and separated any number of times', () => {
    const claims: StoredClaim[] = []
    for (let at = 0; at < 10; at += 2) {
      claims.push(claim('alias', 'a', 'b', at))
      expect(resolve(claims, seen)).toEqual({ a: 'a', b: 'a' })
      claims.push(claim('separate', 'a', 'b', at + 1))
      expect(resolve(claims, seen)).toEqual({ a: 'a', b: 'b' })
    }
  })

  test('takes nobody along from an earlier company to a later one', () => {
    const first = [claim('alias', 'a', 'b', 1), claim('separate', 'a', 'b', 2)]
    const then = [claim('alias', 'a', 'c', 3), claim('alias', 'd', 'a', 4), claim('separate', 'a', 'c', 5)]
    expect(resolve([...first, ...then], seen)).toEqual({ a: 'a', b: 'b', c: 'c', d: 'c' })
  })

  test('leaves a cycle that stays', () => {
    const cycle = [...chain, claim('alias', 'c', 'a', 3)]
    expect(resolve([...cycle, claim('separate', 'a', 'b', 5)], seen)).toEqual({ a: 'a', b: 'b', c: 'b' })
  })

  test('leaves an e-mail that both claimed to nobody again', () => {
    const claims = [claim('email', 'm', 'a'), claim('email', 'm', 'b'), claim('alias', 'a', 'b', 1)]
    expect(resolve(claims, seen)).toEqual({ m: 'a', a: 'a', b: 'a' })
    expect(resolve([...claims, claim('separate', 'b', 'a', 2)], seen)).toEqual({ m: 'm', a: 'a', b: 'b' })
  })
})

describe('an anonymous id or an e-mail', () => {
  test('given to a user by hand is theirs, whoever claims it', () => {
    const claims = [claim('anonymous', 'x', 'a', 1), claim('email', 'm', 'a'), claim('email', 'm', 'b')]
    const given = [claim('own', 'x', 'b', 5), claim('own', 'm', 'b', 5)]
    expect(resolve([...claims, ...given])).toEqual({ a: 'a', b: 'b', x: 'b', m: 'b' })
  })

  test('separated by hand belongs to nobody until it is given to somebody by hand', () => {
    const claims = [claim('anonymous', 'x', 'a', 1), claim('separate', 'x', 'a', 2), claim('email', 'm', 'x')]
    expect(resolve([...claims, claim('anonymous', 'x', 'b', 3)])).toEqual({ a: 'a', b: 'b', x: 'x', m: 'x' })
    expect(resolve([...claims, claim('own', 'x', 'b', 4)])).toEqual({ a: 'a', b: 'b', x: 'b', m: 'b' })
    expect(resolve([...claims, claim('own', 'x', 'b', 4), claim('separate', 'x', 'b', 5)])).toEqual({
      ...{ a: 'a', b: 'b', x: 'x', m: 'x' },
    })
  })

  test('goes with its user', () => {
    const claims = [claim('alias', 'a', 'b', 1), claim('own', 'x', 'b', 2)]
    expect(resolve(claims, { a: 1, b: 2 })).toEqual({ a: 'a', b: 'a', x: 'a' })
    expect(resolve([...claims, claim('separate', 'b', 'a', 3)], { a: 1, b: 2 })).toMatchObject({ x: 'b' })
  })
})

const users = fc.constantFrom<Name>('a', 'b', 'c', 'd', 'e', 'f')
const anonymous = fc.constantFrom<Name>('x', 'y')
const emails = fc.constantFrom<Name>('m', 'n')
const anyClaim = fc.oneof(
  fc.tuple(fc.constant<Kind>('alias'), users, users),
  fc.tuple(fc.constant<Kind>('anonymous'), anonymous, users),
  fc.tuple(fc.constant<Kind>('email'), emails, fc.oneof(users, anonymous)),
)
const anyChange = fc.oneof(
  fc.tuple(fc.constant<Kind>('separate'), fc.oneof(users, anonymous, emails), users),
  fc.tuple(fc.constant<Kind>('own'), fc.oneof(anonymous, emails), users),
)
const histories = fc
  .array(fc.tuple(fc.oneof({ weight: 3, arbitrary: anyClaim }, anyChange), fc.nat(5)), { maxLength: 14 })
  .map((list) => list.map(([[kind, from, to], at]) => claim(kind, from, to, at)))
const users6: ReadonlySet<string> = new Set(['1', '2', '3', '4', '5', '6'])
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

test('twice the same claim says nothing new', () => {
  fc.assert(
    fc.property(histories, times, (claims, firstSeen) => {
      const sorted = (map: Map<string, string>) => [...map].sort()
      expect(sorted(resolveIdentities([...claims, ...claims], firstSeen))).toEqual(
        sorted(resolveIdentities(claims, firstSeen)),
      )
    }),
  )
})

test('whoever was separated last is alone, and nobody else moves but what belongs to them', () => {
  fc.assert(
    fc.property(histories, times, users, (claims, firstSeen, one) => {
      const before = resolveIdentities(claims, firstSeen)
      const after = resolveIdentities([...claims, claim('separate', one, one, 9)], firstSeen)
      expect(after.get(ids[one])).toBe(ids[one])
      const group = (of: Map<string, string>, id: string) =>
        Object.values(ids).filter(
          (other) => users6.has(other) && other !== ids[one] && of.get(other) === of.get(id),
        )
      for (const id of users6) {
        if (id === ids[one] || !before.has(id)) continue
        expect(group(after, id)).toEqual(group(before, id))
        expect(after.get(id)).not.toBe(ids[one])
      }
    }),
  )
})

test('without separations two users are one exactly when aliases lead from one to the other', () => {
  fc.assert(
    fc.property(histories, times, users, users, (all, firstSeen, one, other) => {
      const claims = all.filter(({ kind }) => kind !== 'separate')
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
