import type { WorkspaceId } from '@/lib/auth/workspace-id'
import type { PersonId } from './identity'
import { aliasesOfIds, claimsOfIds, claimsOnIds, firstSeenOfIds, overridesOfIds } from './identity-queries'
import { type StoredClaim, keyOfClaim } from './resolve-identities'

/** An anonymous id has one owner, the first; an e-mail of so many people is nobody's, and more say nothing new. */
const mostClaims = { anonymous: 1, email: 100, alias: Infinity }

/** Most ids of one look-up. */
const lookUpSize = 5_000

type Query<R> = (params: { workspaceId: string; ids: bigint[] }, options: { lane: 'ingest' }) => Promise<R[]>

const fromOf = (claims: readonly StoredClaim[]): PersonId[] => claims.map(({ from }) => from)

/** The claims that a few new ones touch, loaded until nothing outside of it could change what follows. */
export class ClaimGraph {
  private readonly byKey = new Map<string, StoredClaim>()
  private readonly claimsOf = new Map<PersonId, number>()
  private readonly asked = new Map<unknown, Set<PersonId>>()

  constructor(private readonly workspaceId: WorkspaceId) {}

  get claims(): StoredClaim[] {
    return [...this.byKey.values()]
  }

  /** Takes new claims in, in the order of their arrival; answers those that have to be stored. */
  async add(claims: readonly StoredClaim[]): Promise<StoredClaim[]> {
    const of = (kind: StoredClaim['kind']) => claims.filter((claim) => claim.kind === kind)
    const aliased = of('alias').flatMap(({ from, to }) => [from, to])
    await Promise.all([
      this.load(claimsOfIds, fromOf(claims)),
      this.load(aliasesOfIds, [...claims.map(({ to }) => to), ...aliased]),
      // An anonymous id that gets an owner takes along what was claimed for it.
      this.load(claimsOnIds, fromOf(of('anonymous'))),
    ])
    const added = claims.filter((claim) => this.isNews(claim) && this.put(claim))
    await this.closeAliases()
    if (aliased.length > 0) {
      const joined = this.claims.filter(({ kind }) => kind === 'alias')
      await this.load(
        claimsOnIds,
        joined.flatMap(({ from, to }) => [from, to]),
      )
    }
    const owned = this.claims.filter(({ kind }) => kind !== 'alias')
    await this.load(claimsOfIds, fromOf(owned))
    // An e-mail may have been claimed for an anonymous id, which has an owner of its own.
    const mailboxes = this.claims.filter(({ kind }) => kind === 'email')
    await this.load(
      claimsOfIds,
      mailboxes.map(({ to }) => to),
    )
    await this.closeAliases()
    return added
  }

  /** When the users that are joined by alias were first seen, the given times included. */
  async firstSeen(now: ReadonlyMap<PersonId, number>): Promise<Map<PersonId, number>> {
    const aliases = this.claims.filter(({ kind }) => kind === 'alias')
    const users = new Set(aliases.flatMap(({ from, to }) => [from, to]))
    const times = new Map(now)
    for (const { id, at } of await this.ask(firstSeenOfIds, [...users]))
      times.set(id, Math.min(times.get(id) ?? Infinity, at))
    return times
  }

  /** What the ids are counted as until now. */
  async overrides(ids: readonly PersonId[]): Promise<Map<PersonId, { target: PersonId; at: number }>> {
    return new Map((await this.ask(overridesOfIds, ids)).map(({ id, target, at }) => [id, { target, at }]))
  }

  private async closeAliases(): Promise<void> {
    const users = () => this.claims.flatMap(({ kind, from, to }) => (kind === 'alias' ? [from, to] : [to]))
    while (await this.load(aliasesOfIds, users())) continue
  }

  private isNews(claim: StoredClaim): boolean {
    return !this.byKey.has(keyOfClaim(claim)) && (this.claimsOf.get(claim.from) ?? 0) < mostClaims[claim.kind]
  }

  private put(claim: StoredClaim): true {
    const key = keyOfClaim(claim)
    if (!this.byKey.has(key) && claim.kind !== 'alias')
      this.claimsOf.set(claim.from, (this.claimsOf.get(claim.from) ?? 0) + 1)
    this.byKey.set(key, this.byKey.get(key) ?? claim)
    return true
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
