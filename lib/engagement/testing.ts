import { randomUUID } from 'node:crypto'
import { mintWorkspaceId } from '@/lib/auth/workspace-id'
import type { EngagementDocumentInput } from '@/lib/scoring/engagement/document'
import type { Context } from '@/lib/server/context'
import { db } from '@/lib/server/db'
import { loadHash64 } from '@/lib/ingest/hash64'
import type { Role } from '@/prisma/generated/enums'
import { warehouse } from '@/lib/warehouse/client'
import { insertRows } from '@/lib/warehouse/insert-rows'

export const NOW = new Date('2026-06-15T12:00:00Z')

/** A workspace of its own for a test, with the context of somebody in it. */
export async function newWorkspace({
  timeZone = 'UTC',
  ...times
}: { timeZone?: string; lastOccurredAt?: Date; lastReceivedAt?: Date } = {}) {
  const slug = `t-${randomUUID()}`
  const row = await db().workspace.create({ data: { slug, name: slug, timeZone, ...times } })
  const id = mintWorkspaceId(row.id)
  const contextOf = (role: Role = 'editor', now = NOW): Context => ({
    workspace: { id, slug, name: slug, timeZone },
    actor: { kind: 'user', id: randomUUID(), role, label: `${role}@example.org` },
    now,
  })
  return { id, contextOf }
}

type Of = { workspace: string }

export type StoredEvent = Of & {
  identity: string
  name: string
  at: number
  kind?: string
  /** Default: one of its own. */
  eventId?: string
  properties?: Readonly<Record<string, unknown>>
}

/** Puts events and their identities into the warehouse as ingest would have, in so many inserts. */
export async function storeEvents(events: readonly StoredEvent[], inserts = 1): Promise<void> {
  const hash = await loadHash64()
  const source_id = randomUUID()
  const rows = events.map(({ workspace, identity, name, at, kind = 'track', eventId, properties = {} }) => ({
    workspace_id: workspace,
    person_id: String(hash(identity)),
    occurred_at: new Date(at).toISOString(),
    event_id: eventId ?? randomUUID(),
    kind,
    name,
    properties: JSON.stringify(properties),
    source_id,
    source_kind: 'import',
    received_at: NOW.toISOString(),
  }))
  for (let part = 0; part < inserts; part++) {
    await insertRows(
      'events',
      rows.filter((_, index) => index % inserts === part),
    )
  }
  await storeIdentities(events)
}

export async function storeIdentities(identities: readonly (Of & { identity: string })[]): Promise<void> {
  const hash = await loadHash64()
  const first_seen = NOW.toISOString()
  const rows = identities.map(({ workspace, identity }) => ({
    workspace_id: workspace,
    person_id: String(hash(identity)),
    identity,
    first_seen,
  }))
  await insertRows('identities', rows)
}

/** `from` counts as `to` from then on; the same identity twice takes it back. */
export async function storeMerges(
  merges: readonly (Of & { from: string; to: string; at?: Date })[],
): Promise<void> {
  const hash = await loadHash64()
  const rows = merges.map(({ workspace, from, to, at = NOW }) => ({
    workspace_id: workspace,
    from_id: String(hash(from)),
    to_id: String(hash(to)),
    updated_at: at.toISOString(),
  }))
  await insertRows('person_overrides', rows)
}

export async function storeTraits(
  traits: readonly (Of & { identity: string; key: string; value: unknown; at?: Date })[],
): Promise<void> {
  const hash = await loadHash64()
  const rows = traits.map(({ workspace, identity, key, value, at = NOW }) => ({
    workspace_id: workspace,
    person_id: String(hash(identity)),
    key,
    value: JSON.stringify(value),
    set_at: at.toISOString(),
  }))
  await insertRows('person_traits', rows)
}

/** A question of a test to the warehouse. */
export async function ask<Row>(query: string, params: Record<string, unknown> = {}): Promise<Row[]> {
  const result = await warehouse().query({ query, query_params: params, format: 'JSONEachRow' })
  return result.json<Row>()
}

/** The rows that a run has in the warehouse: what was counted, and scores. */
export async function rowsOfRun(run: string): Promise<{ counts: number; scores: number }> {
  const [found] = await ask<{ counts: number; scores: number }>(
    `SELECT
      toUInt32((SELECT count() FROM run_counts WHERE run_id = {run:UUID})) AS counts,
      toUInt32((SELECT count() FROM scores WHERE run_id = {run:UUID})) AS scores`,
    { run },
  )
  return found ?? { counts: 0, scores: 0 }
}

/** A small model: what is not said is the default, but nobody is in grace and nothing is blended unless asked for. */
export function modelDocument(rest: Partial<EngagementDocumentInput> = {}): EngagementDocumentInput {
  const behaviors = [{ key: 'login', match: { events: ['login'] }, weight: 1 }]
  return {
    kind: 'engagement',
    name: 'Test',
    behaviors,
    ...rest,
    population: { graceDays: 0, ...rest.population },
    lifecycle: { blendDays: 0, ...rest.lifecycle },
  }
}
