import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { refoldMoved } from '@/lib/contacts/current/refold'
import { AppError } from '@/lib/server/errors'
import { ClaimGraph } from './claim-graph'
import { loadHash64 } from './hash64'
import type { Identity, PersonId } from './identity'
import { identitiesOfIds } from './identity-queries'
import { storeClaims } from './identity-store'
import { type StoredClaim, resolveIdentities } from './resolve-identities'
import { type WorkspaceLock, withWorkspaceLock } from './workspace-lock'

/** What was said by hand, between hashed identities, and who `from` is counted as since then. */
export type IdentityChange = { from: PersonId; to: PersonId; at: Date; person: PersonId }

const isUser = (identity: string) => identity.startsWith('user:')

/** The graph of some ids, who they are by it, and a time after everything it knows. */
async function loadGraph(workspaceId: WorkspaceId, ids: readonly PersonId[], now: Date) {
  const graph = new ClaimGraph(workspaceId)
  await graph.about(ids)
  const firstSeen = await graph.firstSeen()
  const people = resolveIdentities(graph.claims, firstSeen)
  const newest = graph.claims.reduce((time, { claimedAt }) => Math.max(time, claimedAt + 1), now.getTime())
  return { graph, people, personOf: (id: PersonId) => people.get(id) ?? id, at: newest }
}

type Graph = Awaited<ReturnType<typeof loadGraph>>

/** Stores a claim, none to mend what a process that died has left, and what follows, the ratings of contacts too. */
async function store(
  lock: WorkspaceLock,
  workspaceId: WorkspaceId,
  { graph, at }: Graph,
  claims: readonly StoredClaim[],
) {
  return refoldMoved(lock, workspaceId, new Date(at), async () => {
    const added = await graph.add(claims)
    return storeClaims(workspaceId, graph, added, { firstSeen: await graph.firstSeen(), now: at })
  })
}

/** By id the user to be joined: a user id stands for itself, another id for its person. */
async function userOf(workspaceId: WorkspaceId, identity: Identity, id: PersonId, { personOf }: Graph) {
  if (isUser(identity)) return id
  const person = personOf(id)
  const found = await identitiesOfIds({ workspaceId, ids: [BigInt(person)] }, { lane: 'ingest' })
  return found.some((row) => isUser(row.identity)) ? person : null
}

type Joining = { user: PersonId | null; person: PersonId }

function joiningClaim(one: Joining, other: Joining, claimedAt: number): StoredClaim | null {
  if (one.user !== null && other.user !== null)
    return { kind: 'alias', from: one.user, to: other.user, claimedAt }
  if (other.user !== null) return { kind: 'own', from: one.person, to: other.user, claimedAt }
  return one.user === null ? null : { kind: 'own', from: other.person, to: one.user, claimedAt }
}

/**
 * Makes the people of two identities one. Two users are aliased; an anonymous id or an e-mail without a user is given
 * to the other one's. Who they are known as follows from `resolveIdentities`: the oldest. Throws AppError `conflict`
 * where they are one already, `invalid` where neither has a user id.
 */
export async function mergeIdentities(
  workspaceId: WorkspaceId,
  { id, into }: { id: Identity; into: Identity },
  now: Date,
): Promise<IdentityChange> {
  const hash = await loadHash64()
  const [one, other] = [String(hash(id)), String(hash(into))]
  return withWorkspaceLock(workspaceId, async (lock) => {
    const found = await loadGraph(workspaceId, [one, other], now)
    if (found.personOf(one) === found.personOf(other)) {
      await store(lock, workspaceId, found, [])
      throw new AppError('conflict', 'These are one person already.', ['into'])
    }
    const [user, otherUser] = await Promise.all([
      userOf(workspaceId, id, one, found),
      userOf(workspaceId, into, other, found),
    ])
    const claim = joiningClaim(
      { user, person: found.personOf(one) },
      { user: otherUser, person: found.personOf(other) },
      found.at,
    )
    if (!claim) throw new AppError('invalid', 'One of the two needs a user id.', ['into'])
    const people = await store(lock, workspaceId, found, [claim])
    const { from, to } = claim
    return { from, to, at: new Date(found.at), person: people.get(from) ?? from }
  })
}

/**
 * Makes an identity a person of its own again, whoever joined it: an alias, an event with two ids, or somebody by hand.
 * What was claimed for it goes with it; the others stay together. `to` is the person it was taken from. Throws AppError
 * `conflict` where it is not joined with anybody.
 */
export async function separateIdentity(
  workspaceId: WorkspaceId,
  identity: Identity,
  now: Date,
): Promise<IdentityChange> {
  const from = String((await loadHash64())(identity))
  return withWorkspaceLock(workspaceId, async (lock) => {
    const found = await loadGraph(workspaceId, [from], now)
    const to = isUser(identity) ? await othersOf(found, from) : found.personOf(from)
    if (to === null || to === from) {
      await store(lock, workspaceId, found, [])
      throw new AppError('conflict', 'This id is not merged with another one.', ['id'])
    }
    const claim = { kind: 'separate', from, to, claimedAt: found.at } as const
    const people = await store(lock, workspaceId, found, [claim])
    return { from, to, at: new Date(found.at), person: people.get(from) ?? from }
  })
}

/**
 * The person that remains when a user leaves: who the other users of the same person are then; null without any. An
 * alias may name an id that no event ever carried, which is nobody.
 */
async function othersOf({ graph, people, personOf, at }: Graph, user: PersonId): Promise<PersonId | null> {
  const seen = await graph.firstSeen()
  const other = graph.claims
    .flatMap(({ kind, from, to }) => (kind === 'alias' ? [from, to] : []))
    .find((id) => id !== user && seen.has(id) && personOf(id) === people.get(user))
  if (other === undefined) return null
  const left = { kind: 'separate', from: user, to: other, claimedAt: at } as const
  return resolveIdentities([...graph.claims, left], seen).get(other) ?? other
}
