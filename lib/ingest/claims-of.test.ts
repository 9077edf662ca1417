import { expect, test } from 'vitest'
import { claimsOf } from './claims-of'

const nothing = { kind: 'track', userId: null, anonymousId: null, email: null, previousId: null } as const

test('an event about one identity claims nothing', () => {
  expect(claimsOf({ ...nothing, userId: 'u' })).toEqual([])
  expect(claimsOf({ ...nothing, anonymousId: 'x' })).toEqual([])
  expect(claimsOf({ ...nothing, email: 'm@example.org' })).toEqual([])
})

test('what comes with a user belongs to it, and not to each other', () => {
  expect(claimsOf({ ...nothing, userId: 'u', anonymousId: 'x', email: 'm@example.org' })).toEqual([
    { kind: 'anonymous', from: 'anon:x', to: 'user:u' },
    { kind: 'email', from: 'email:m@example.org', to: 'user:u' },
  ])
})

test('without a user an e-mail belongs to the anonymous id', () => {
  expect(claimsOf({ ...nothing, anonymousId: 'x', email: 'm@example.org' })).toEqual([
    { kind: 'email', from: 'email:m@example.org', to: 'anon:x' },
  ])
})

test('an alias claims the id before as a user and as an anonymous id', () => {
  expect(claimsOf({ ...nothing, kind: 'alias', userId: 'u', previousId: 'p' })).toEqual([
    { kind: 'alias', from: 'user:p', to: 'user:u' },
    { kind: 'anonymous', from: 'anon:p', to: 'user:u' },
  ])
  expect(claimsOf({ ...nothing, kind: 'alias', userId: 'u', previousId: 'u' })).toEqual([])
})
