import type { CanonicalEvent } from './canonical-event'

/** `user:<id>`, `anon:<id>` or `email:<address>`; its xxHash64 is the person id in the warehouse. */
export type Identity = `user:${string}` | `anon:${string}` | `email:${string}`

/** The xxHash64 of an identity, decimal. */
export type PersonId = string

/** The person id of an event about no person. */
export const nobody: PersonId = '0'

type Ids = Pick<CanonicalEvent, 'userId' | 'anonymousId' | 'email'>

/** Every identity the event carries; the first one is whose event it is. */
export function identitiesOf({ userId, anonymousId, email }: Ids): Identity[] {
  const identities: Identity[] = []
  if (userId !== null) identities.push(`user:${userId}`)
  if (anonymousId !== null) identities.push(`anon:${anonymousId}`)
  if (email !== null) identities.push(`email:${email}`)
  return identities
}
