import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { insertRows } from '@/lib/warehouse/insert-rows'
import { claimsOf } from './claims-of'
import type { PersonId } from './identity'
import type { IncomingEvent } from './incoming-event'
import { type AddedClaims, ClaimGraph } from './claim-graph'
import { type StoredClaim, keyOfClaim, resolveIdentities } from './resolve-identities'
import type { WriteMemory } from './write-memory'

/** Somebody who is counted as another person from now on. */
export type IdentityMove = { id: PersonId; from: PersonId; to: PersonId }

/**
 * Stores what the events claim about who is who, and what follows from it for everybody the claims touch: answers whom
 * that moves. Both may be written twice without harm; it goes before the events. The caller holds the workspace's lock.
 */
export async function joinIdentities(
  workspaceId: WorkspaceId,
  items: readonly IncomingEvent[],
  hash: (identity: string) => PersonId,
  memory: WriteMemory,
): Promise<IdentityMove[]> {
  const made = new Map<string, StoredClaim>()
  const seen = new Map<PersonId, number>()
  for (const { event, receivedAt } of items) {
    if (event.userId !== null) {
      const user = hash(`user:${event.userId}`)
      seen.set(user, Math.min(seen.get(user) ?? Infinity, receivedAt.getTime()))
    }
    for (const { kind, from, to } of claimsOf(event)) {
      const claim = { kind, from: hash(from), to: hash(to), claimedAt: receivedAt.getTime() }
      const key = `${workspaceId} ${keyOfClaim(claim)}`
      // An alias is never taken as known: it may have been undone meanwhile, and then joins again.
      if (!made.has(key) && (kind === 'alias' || !memory.claims.has(key))) made.set(key, claim)
    }
  }
  if (made.size === 0) return []

  const graph = new ClaimGraph(workspaceId)
  const added = await graph.add([...made.values()])

  const now = items.reduce((time, { receivedAt }) => Math.max(time, receivedAt.getTime()), 0)
  const { moves } = await storeClaims(workspaceId, graph, added, {
    firstSeen: await graph.firstSeen(seen),
    now,
  })
  for (const [key, { kind }] of made) if (kind !== 'alias') memory.claims.set(key, true)
  return moves
}

/** Stores claims that were added to the graph and what follows from it; answers who is counted as whom, and who newly. */
export async function storeClaims(
  workspaceId: WorkspaceId,
  graph: ClaimGraph,
  { first, changes }: AddedClaims,
  { firstSeen, now }: { firstSeen: ReadonlyMap<PersonId, number>; now: number },
): Promise<{ people: Map<PersonId, PersonId>; moves: IdentityMove[] }> {
  const resolved = resolveIdentities(graph.claims, firstSeen)
  const current = await graph.overrides([...resolved.keys()])
  const changed = [...resolved].filter(([id, target]) => (current.get(id)?.target ?? id) !== target)
  const rowOf = ({ kind, from, to }: StoredClaim) => ({
    workspace_id: workspaceId,
    kind,
    from_id: from,
    to_id: to,
  })
  const time = (at: number) => new Date(at).toISOString()
  await Promise.all([
    insertRows(
      'identity_claims',
      first.map((claim) => ({ ...rowOf(claim), claimed_at: time(claim.claimedAt) })),
    ),
    insertRows(
      'identity_changes',
      changes.map((claim) => ({ ...rowOf(claim), changed_at: time(claim.claimedAt) })),
    ),
    insertRows(
      'person_overrides',
      changed.map(([id, target]) => ({
        workspace_id: workspaceId,
        from_id: id,
        to_id: target,
        updated_at: time(Math.max(now, (current.get(id)?.at ?? 0) + 1)),
      })),
    ),
  ])
  const moves = changed.map(([id, to]) => ({ id, from: current.get(id)?.target ?? id, to }))
  return { people: resolved, moves }
}
