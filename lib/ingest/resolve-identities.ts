import { aliasGroups } from './alias-groups'
import type { ClaimKind } from './claims-of'
import type { PersonId } from './identity'

/**
 * A claim between hashed identities; `claimedAt` in ms since epoch. Of an anonymous id or an e-mail it is the first
 * time the claim was made; the other kinds may be there at several times. Beside what events say there is what people
 * of the workspace say: `separate`, `from` is not who it was counted as (`to`, which says no more than whom it left),
 * and `own`, `from`, an anonymous id or an e-mail, belongs to the user `to`, whatever events say.
 */
export type StoredClaim = {
  kind: ClaimKind | 'separate' | 'own'
  from: PersonId
  to: PersonId
  claimedAt: number
}

/** Claims of one key say the same. */
export const keyOfClaim = ({ kind, from, to, claimedAt }: StoredClaim): string =>
  kind === 'anonymous' || kind === 'email' ? `${kind} ${from} ${to}` : `${kind} ${from} ${to} ${claimedAt}`

/**
 * Who everybody is counted as, from all claims that touch them. Pure, and the same for any order of the claims.
 *
 * - Users joined by alias, over chains and cycles, are one person under the oldest of their ids that an event has
 *   carried: smallest `firstSeen`, then the earliest one to be aliased away, then the smallest hash. A user who was
 *   separated is a person of their own until the next alias; those they were joined with stay together.
 * - An anonymous id belongs to the first user that claimed it, and to nobody else.
 * - An e-mail belongs to the one person that claims it; claimed by two, it stays by itself.
 * - An anonymous id or an e-mail that was given to a user or separated from one by hand follows the last such word,
 *   and no event's any more.
 *
 * Example: alias(a → b), alias(b → c), anonymous(x → c), a seen first: b, c and x are counted as a. After separate(b)
 * b is counted as b; c and x still as a.
 *
 * @param firstSeen when (ms since epoch) an event first carried the identity; an id in none is never the oldest
 * @returns for every id of the claims the id it is counted as, itself where nothing follows from them
 */
export function resolveIdentities(
  claims: readonly StoredClaim[],
  firstSeen: ReadonlyMap<PersonId, number>,
): Map<PersonId, PersonId> {
  const userRoots = oldestOfGroups(claims, firstSeen)
  const byHand = newest(claims.filter(({ kind }) => kind === 'own' || kind === 'separate'))
  const owners = new Map<PersonId, StoredClaim>()
  for (const claim of claims) {
    if (claim.kind !== 'anonymous') continue
    const first = owners.get(claim.from)
    if (!first || isEarlier(claim, first)) owners.set(claim.from, claim)
  }
  const ownerOf = (id: PersonId): PersonId => {
    const said = byHand.get(id)
    if (said) return said.kind === 'own' ? said.to : id
    return owners.get(id)?.to ?? id
  }
  const root = (id: PersonId): PersonId => {
    const user = ownerOf(id)
    return userRoots.get(user) ?? user
  }

  const resolved = new Map<PersonId, PersonId>()
  const mailboxes = new Map<PersonId, Set<PersonId>>()
  for (const { kind, from, to } of claims) {
    resolved.set(to, root(to))
    if (kind !== 'email' || byHand.has(from)) resolved.set(from, root(from))
    else mailboxes.set(from, (mailboxes.get(from) ?? new Set()).add(root(to)))
  }
  for (const [email, people] of mailboxes) {
    const [owner = email] = people.size === 1 ? people : []
    resolved.set(email, owner)
  }
  return resolved
}

function oldestOfGroups(
  claims: readonly StoredClaim[],
  firstSeen: ReadonlyMap<PersonId, number>,
): Map<PersonId, PersonId> {
  const groups = aliasGroups(claims)
  const aliasedAt = new Map<PersonId, number>()
  for (const { kind, from, claimedAt } of claims)
    if (kind === 'alias') aliasedAt.set(from, Math.min(aliasedAt.get(from) ?? Infinity, claimedAt))
  const isOlder = (a: PersonId, b: PersonId) =>
    compare(firstSeen.get(a) ?? Infinity, firstSeen.get(b) ?? Infinity) ||
    compare(aliasedAt.get(a) ?? Infinity, aliasedAt.get(b) ?? Infinity) ||
    compare(BigInt(a), BigInt(b))

  const oldest = new Map<string, PersonId>()
  for (const [id, group] of groups) {
    const found = oldest.get(group)
    if (found === undefined || isOlder(id, found) < 0) oldest.set(group, id)
  }
  return new Map([...groups].map(([id, group]) => [id, oldest.get(group) ?? id]))
}

function newest(claims: readonly StoredClaim[]): Map<PersonId, StoredClaim> {
  const last = new Map<PersonId, StoredClaim>()
  for (const claim of claims) {
    const before = last.get(claim.from)
    if (!before || isEarlier(before, claim)) last.set(claim.from, claim)
  }
  return last
}

const compare = <T extends number | bigint | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

const isEarlier = (a: StoredClaim, b: StoredClaim): boolean =>
  (compare(a.claimedAt, b.claimedAt) || compare(BigInt(a.to), BigInt(b.to)) || compare(a.kind, b.kind)) < 0
