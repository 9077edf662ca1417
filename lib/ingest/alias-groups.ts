import type { PersonId } from './identity'
import type { StoredClaim } from './resolve-identities'

/**
 * Names what an id stood for at a time: the id itself after its last separation, before that a place between those it
 * was joined with, one for each stretch of time that a separation ended. An alias joins what its two ids stood for when
 * it was made, so whoever is separated leaves a place behind that keeps the others together.
 */
export function standIns(claims: readonly StoredClaim[]): (id: PersonId, at: number) => string {
  const separated = new Map<PersonId, Set<number>>()
  for (const { kind, from, claimedAt } of claims)
    if (kind === 'separate') separated.set(from, (separated.get(from) ?? new Set()).add(claimedAt))
  return (id, at) => {
    const since = [...(separated.get(id) ?? [])].filter((time) => time >= at).length
    return since === 0 ? id : `${id} before ${since}`
  }
}

/**
 * Which ids the aliases and separations make one: for every id that they name the name of its group, the same for all
 * of a group. Union-find.
 */
export function aliasGroups(claims: readonly StoredClaim[]): Map<PersonId, string> {
  const parents = new Map<string, string>()
  const find = (id: string): string => {
    let at = id
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) {
      parents.set(at, parents.get(up) ?? up)
      at = up
    }
    return at
  }
  const standIn = standIns(claims)
  const ids = new Set<PersonId>()
  for (const { kind, from, to, claimedAt } of claims) {
    if (kind === 'separate') ids.add(from)
    if (kind !== 'alias') continue
    ids.add(from).add(to)
    parents.set(find(standIn(from, claimedAt)), find(standIn(to, claimedAt)))
  }
  return new Map([...ids].map((id) => [id, find(id)]))
}
