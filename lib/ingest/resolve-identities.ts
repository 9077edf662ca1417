import type { ClaimKind } from './claims-of'
import type { PersonId } from './identity'

/** A claim between hashed identities; `claimedAt` in ms since epoch, of the first time it was made. */
export type StoredClaim = { kind: ClaimKind; from: PersonId; to: PersonId; claimedAt: number }

export const keyOfClaim = ({ kind, from, to }: StoredClaim): string => `${kind} ${from} ${to}`

/**
 * Who everybody is counted as, from all claims that touch them. Pure, and the same for any order of the claims.
 *
 * - Users joined by alias, over chains and cycles, are one person under the oldest of their ids that an event has
 *   carried: smallest `firstSeen`, then the earliest one to be aliased away, then the smallest hash.
 * - An anonymous id belongs to the first user that claimed it, and to nobody else.
 * - An e-mail belongs to the one person that claims it; claimed by two, it stays by itself.
 *
 * Example: alias(a → b), alias(b → c), anonymous(x → c), a seen first: b, c and x are counted as a.
 *
 * @param firstSeen when (ms since epoch) an event first carried the identity; an id in none is never the oldest
 * @returns for every id of the claims the id it is counted as, itself where nothing follows from them
 */
export function resolveIdentities(
  claims: readonly StoredClaim[],
  firstSeen: ReadonlyMap<PersonId, number>,
): Map<PersonId, PersonId> {
  const userRoots = resolveAliases(
    claims.filter((claim) => claim.kind === 'alias'),
    firstSeen,
  )
  const owners = new Map<PersonId, StoredClaim>()
  for (const claim of claims) {
    if (claim.kind !== 'anonymous') continue
    const first = owners.get(claim.from)
    if (!first || isEarlier(claim, first)) owners.set(claim.from, claim)
  }
  const root = (id: PersonId): PersonId => {
    const user = owners.get(id)?.to ?? id
    return userRoots.get(user) ?? user
  }

  const resolved = new Map<PersonId, PersonId>()
  const mailboxes = new Map<PersonId, Set<PersonId>>()
  for (const { kind, from, to } of claims) {
    resolved.set(to, root(to))
    if (kind !== 'email') resolved.set(from, root(from))
    else mailboxes.set(from, (mailboxes.get(from) ?? new Set()).add(root(to)))
  }
  for (const [email, people] of mailboxes) {
    const [owner = email] = people.size === 1 ? people : []
    resolved.set(email, owner)
  }
  return resolved
}

/** Union-find over the aliases, then the oldest id of each group. */
function resolveAliases(
  aliases: readonly StoredClaim[],
  firstSeen: ReadonlyMap<PersonId, number>,
): Map<PersonId, PersonId> {
  const parents = new Map<PersonId, PersonId>()
  const find = (id: PersonId): PersonId => {
    let at = id
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) {
      parents.set(at, parents.get(up) ?? up)
      at = up
    }
    return at
  }
  const aliasedAt = new Map<PersonId, number>()
  for (const { from, to, claimedAt } of aliases) {
    for (const id of [from, to]) if (!parents.has(id)) parents.set(id, id)
    parents.set(find(from), find(to))
    aliasedAt.set(from, Math.min(aliasedAt.get(from) ?? Infinity, claimedAt))
  }
  const isOlder = (a: PersonId, b: PersonId) =>
    compare(firstSeen.get(a) ?? Infinity, firstSeen.get(b) ?? Infinity) ||
    compare(aliasedAt.get(a) ?? Infinity, aliasedAt.get(b) ?? Infinity) ||
    compare(BigInt(a), BigInt(b))

  const oldest = new Map<PersonId, PersonId>()
  for (const id of parents.keys()) {
    const group = find(id)
    const found = oldest.get(group)
    if (found === undefined || isOlder(id, found) < 0) oldest.set(group, id)
  }
  return new Map([...parents.keys()].map((id) => [id, oldest.get(find(id)) ?? id]))
}

const compare = <T extends number | bigint>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

const isEarlier = (a: StoredClaim, b: StoredClaim): boolean =>
  (compare(a.claimedAt, b.claimedAt) || compare(BigInt(a.to), BigInt(b.to))) < 0
