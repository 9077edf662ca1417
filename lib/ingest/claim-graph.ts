import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { standIns } from './alias-groups'
import type { PersonId } from './identity'
import { aliasesOfIds, claimsOfIds, claimsOnIds, firstSeenOfIds, overridesOfIds } from './identity-queries'
import { type StoredClaim, keyOfClaim } from './resolve-identities'

/**
 * An anonymous id has one owner, the first; a few more are kept to tell that it is shared. An e-mail of so many people
 * is nobody's, and more say nothing new.
 */
const mostClaims: Partial<Record<StoredClaim['kind'], number>> = { anonymous: 10, email: 100 }

/** Most ids of one look-up. */
const lookUpSize = 5_000

type Query<R> = (params: { workspaceId: string; ids: bigint[] }, options: { lane: 'ingest' }) => Promise<R[]>

const fromOf = (claims: readonly StoredClaim[]): PersonId[] => claims.map(({ from }) => from)

/** Kinds that say which users are one. */
const isJoin = ({ kind }: StoredClaim) => kind === 'alias' || kind === 'separate'

/** Claims to be stored: the first of their kind between two ids, and changes of what was claimed before. */
export type AddedClaims = { first: StoredClaim[]; changes: StoredClaim[] }

/** The claims that a few new ones touch, loaded until nothing outside of it could change what follows. */
export class ClaimGraph {
  private readonly byKey = new Map<string, StoredClaim>()
  private readonly claimsOf = new Map<PersonId, number>()
  private readonly owned = new Map<PersonId, number>()
  private readonly aliased = new Map<string, number[]>()
  private readonly separations: StoredClaim[] = []
  private readonly asked = new Map<unknown, Set<PersonId>>()

  constructor(private readonly workspaceId: WorkspaceId) {}

  get claims(): StoredClaim[] {
    return [...this.byKey.values()]
  }

  /** Loads what says who these ids are. */
  async about(ids: readonly PersonId[]): Promise<void> {
    await Promise.all([this.load(claimsOfIds, ids), this.load(aliasesOfIds, ids)])
    await this.close()
  }

  /** Takes new claims in, in the order of their arrival; answers those that have to be stored. */
  async add(claims: readonly StoredClaim[]): Promise<AddedClaims> {
    const joining = claims.filter(isJoin).flatMap(({ from, to }) => [from, to])
    const owning = claims.filter(({ kind }) => kind === 'anonymous' || kind === 'own')
    await Promise.all([
      this.load(claimsOfIds, fromOf(claims)),
      this.load(aliasesOfIds, [...claims.map(({ to }) => to), ...joining]),
      // An anonymous id that gets an owner, or loses one, takes along what was claimed for it.
      this.load(claimsOnIds, [...fromOf(owning), ...joining]),
    ])
    const added: AddedClaims = { first: [], changes: [] }
    for (const claim of claims) this.take(claim, added)
    await this.close()
    if (joining.length > 0) {
      await this.load(
        claimsOnIds,
        this.claims.filter(isJoin).flatMap(({ from, to }) => [from, to]),
      )
      // What was claimed for their anonymous ids goes where those go.
      await this.load(claimsOnIds, fromOf(this.claims.filter(({ kind }) => kind === 'anonymous')))
      await this.close()
    }
    return added
  }

  /** When the users that are joined by alias were first seen, the given times included. */
  async firstSeen(now: ReadonlyMap<PersonId, number> = new Map()): Promise<Map<PersonId, number>> {
    const users = new Set(this.claims.filter(isJoin).flatMap(({ from, to }) => [from, to]))
    const times = new Map(now)
    for (const { id, at } of await this.ask(firstSeenOfIds, [...users]))
      times.set(id, Math.min(times.get(id) ?? Infinity, at))
    return times
  }

  /** What the ids are counted as until now. */
  async overrides(ids: readonly PersonId[]): Promise<Map<PersonId, { target: PersonId; at: number }>> {
    return new Map((await this.ask(overridesOfIds, ids)).map(({ id, target, at }) => [id, { target, at }]))
  }

  /** Loads all that tells who the ids of the claims are. */
  private async close(): Promise<void> {
    for (let more = true; more;) {
      const { claims } = this
      const owned = claims.filter(({ kind }) => kind !== 'alias')
      // An e-mail may have been claimed for an anonymous id, which has an owner of its own.
      const mailboxes = claims.filter(({ kind }) => kind === 'email')
      const loaded = await Promise.all([
        this.load(
          aliasesOfIds,
          claims.flatMap((claim) => (isJoin(claim) ? [claim.from, claim.to] : [claim.to])),
        ),
        this.load(claimsOfIds, [...fromOf(owned), ...mailboxes.map(({ to }) => to)]),
      ])
      more = loaded.includes(true)
    }
  }

  private take(claim: StoredClaim, added: AddedClaims): void {
    const { kind, from, to, claimedAt } = claim
    if (kind === 'alias') {
      const known = this.aliased.get(`${from} ${to}`) ?? []
      const standIn = standIns(this.separations)
      const joined = (at: number) => `${standIn(from, at)} ${standIn(to, at)}`
      if (known.some((at) => joined(at) === joined(claimedAt))) return
      added[known.length === 0 ? 'first' : 'changes'].push(claim)
      this.put(claim)
    } else if (kind === 'separate' || kind === 'own') {
      this.put(claim)
      added.changes.push(claim)
    } else if (
      !this.byKey.has(keyOfClaim(claim)) &&
      (this.claimsOf.get(from) ?? 0) < (mostClaims[kind] ?? 0)
    ) {
      // The first owner stays the first, whatever the clocks of two writers say.
      const later = kind === 'anonymous' ? (this.owned.get(from) ?? -Infinity) + 1 : claimedAt
      const ordered = { ...claim, claimedAt: Math.max(claimedAt, later) }
      this.put(ordered)
      added.first.push(ordered)
    }
  }

  private put(claim: StoredClaim): void {
    const { kind, from, to, claimedAt } = claim
    const key = keyOfClaim(claim)
    if (this.byKey.has(key)) return
    this.byKey.set(key, claim)
    if (kind === 'separate') this.separations.push(claim)
    if (kind === 'alias')
      this.aliased.set(`${from} ${to}`, [...(this.aliased.get(`${from} ${to}`) ?? []), claimedAt])
    if (kind === 'anonymous' || kind === 'email') this.claimsOf.set(from, (this.claimsOf.get(from) ?? 0) + 1)
    if (kind === 'anonymous') this.owned.set(from, Math.max(this.owned.get(from) ?? -Infinity, claimedAt))
  }

  /** Asks for the ids that were not asked for yet; true when there were any. */
  private async load(query: Query<StoredClaim>, wanted: readonly PersonId[]): Promise<boolean> {
    const asked = this.asked.get(query) ?? new Set()
    this.asked.set(query, asked)
    const ids = [...new Set(wanted)].filter((id) => !asked.has(id))
    for (const id of ids) asked.add(id)
    for (const claim of await this.ask(query, ids)) this.put(claim)
    return ids.length > 0
  }

  private async ask<R>(query: Query<R>, ids: readonly PersonId[]): Promise<R[]> {
    const rows: R[] = []
    for (let from = 0; from < ids.length; from += lookUpSize) {
      const part = ids.slice(from, from + lookUpSize).map(BigInt)
      rows.push(...(await query({ workspaceId: this.workspaceId, ids: part }, { lane: 'ingest' })))
    }
    return rows
  }
}
