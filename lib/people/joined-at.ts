import { aliasGroups } from '@/lib/ingest/alias-groups'
import type { StoredClaim } from '@/lib/ingest/resolve-identities'

/**
 * By which claim the ids of a person came to it: users by the alias that closed the chain to it, anonymous ids and
 * e-mails by the last word of somebody, else by the first claim. Example: alias(a → b) in May, alias(b → root) in June:
 * both came with the one in June.
 *
 * @param members all ids that are counted as `person`, itself included
 */
export function joinedAt(
  claims: readonly StoredClaim[],
  person: string,
  members: ReadonlySet<string>,
): Map<string, StoredClaim> {
  const joined = new Map<string, StoredClaim>()
  const inOrder = [...claims].sort((a, b) => a.claimedAt - b.claimedAt)
  for (const claim of inOrder) {
    const { kind, from, to } = claim
    if (from === person || !members.has(from) || !members.has(to)) continue
    if (kind === 'own' || ((kind === 'anonymous' || kind === 'email') && !joined.has(from)))
      joined.set(from, claim)
  }

  const separations = inOrder.filter(({ kind }) => kind === 'separate')
  const aliases = inOrder.filter(({ kind }) => kind === 'alias')
  const users = new Set(aliases.flatMap(({ from, to }) => [from, to]).filter((id) => members.has(id)))
  users.delete(person)
  for (const [index, alias] of aliases.entries()) {
    if (users.size === 0) break
    const groups = aliasGroups([...separations, ...aliases.slice(0, index + 1)])
    for (const id of users) {
      if (!groups.has(id) || groups.get(id) !== groups.get(person)) continue
      joined.set(id, alias)
      users.delete(id)
    }
  }
  return joined
}
