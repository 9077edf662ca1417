import type { CanonicalEvent } from './canonical-event'
import type { Identity } from './identity'

export type ClaimKind = 'anonymous' | 'email' | 'alias'

/** Somebody said that `from` and `to` are one person. */
export type IdentityClaim = { kind: ClaimKind; from: Identity; to: Identity }

type Claiming = Pick<CanonicalEvent, 'kind' | 'userId' | 'anonymousId' | 'email' | 'previousId'>

/**
 * What an event says about who is who (`scoring.md` §0): its anonymous id belongs to its user, its e-mail to its
 * user or, without one, to its anonymous id. The id before an alias may have been a user id or an anonymous one and
 * does not say which, so it is claimed as both; the one that no event carries stays without effect.
 */
export function claimsOf({ kind, userId, anonymousId, email, previousId }: Claiming): IdentityClaim[] {
  const claims: IdentityClaim[] = []
  if (userId !== null && anonymousId !== null)
    claims.push({ kind: 'anonymous', from: `anon:${anonymousId}`, to: `user:${userId}` })
  if (email !== null && userId !== null)
    claims.push({ kind: 'email', from: `email:${email}`, to: `user:${userId}` })
  else if (email !== null && anonymousId !== null)
    claims.push({ kind: 'email', from: `email:${email}`, to: `anon:${anonymousId}` })
  if (kind === 'alias' && userId !== null && previousId !== null && previousId !== userId) {
    claims.push({ kind: 'alias', from: `user:${previousId}`, to: `user:${userId}` })
    claims.push({ kind: 'anonymous', from: `anon:${previousId}`, to: `user:${userId}` })
  }
  return claims
}
