import { hashSecret, newSecret, secretHint } from '@/lib/auth/secrets'
import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { db } from '@/lib/server/db'
import { makeWorkspace } from '@/lib/server/testing'
import { warehouse } from '@/lib/warehouse/client'
import type { CanonicalEvent } from './canonical-event'

/** A workspace of a test's own, with a write key. */
export async function newWorkspace(): Promise<{ workspaceId: WorkspaceId; key: string; sourceId: string }> {
  const { id: workspaceId } = await makeWorkspace()
  const key = newSecret('writeKey')
  const { id: sourceId } = await db().writeKey.create({
    data: { workspaceId, name: 'test', keyHash: hashSecret(key), prefix: secretHint(key) },
  })
  return { workspaceId, key, sourceId }
}

/** A track event of a user, with whatever else is given. */
export function trackEvent(eventId: string, given: Partial<CanonicalEvent> = {}): CanonicalEvent {
  return {
    eventId,
    kind: 'track',
    name: 'Report Run',
    userId: given.anonymousId || given.email ? null : 'u1',
    anonymousId: null,
    email: null,
    previousId: null,
    accountId: null,
    occurredAt: new Date('2024-03-10T12:00:00Z'),
    properties: {},
    machine: false,
    ...given,
  }
}

/** Rows of a question about one workspace, `{w:UUID}` in the SQL. */
export async function ask<R>(workspaceId: WorkspaceId, sql: string): Promise<R[]> {
  const result = await warehouse().query({
    query: sql,
    query_params: { w: workspaceId },
    format: 'JSONEachRow',
  })
  return result.json<R>()
}

/** The event ids in the warehouse, sorted, repetitions included. */
export async function storedIds(workspaceId: WorkspaceId): Promise<string[]> {
  const rows = await ask<{ event_id: string }>(
    workspaceId,
    'SELECT event_id FROM events WHERE workspace_id = {w:UUID} ORDER BY event_id',
  )
  return rows.map(({ event_id }) => event_id)
}

/** How many events each person has, merges applied: identities of the person, sorted, to the number. */
export async function countsByPerson(workspaceId: WorkspaceId): Promise<Record<string, number>> {
  const rows = await ask<{ person: string; events: string }>(
    workspaceId,
    `WITH targets AS (
       SELECT from_id, argMax(to_id, updated_at) AS target FROM person_overrides
       WHERE workspace_id = {w:UUID} GROUP BY from_id),
     people AS (
       SELECT person_id, if(t.from_id = 0, person_id, t.target) AS person, count() AS events
       FROM events LEFT JOIN targets AS t ON t.from_id = person_id
       WHERE workspace_id = {w:UUID} GROUP BY person_id, person),
     names AS (
       SELECT DISTINCT person_id, identity FROM identities WHERE workspace_id = {w:UUID})
     SELECT arrayStringConcat(arraySort(groupArray(identity)), ' + ') AS person, sum(events) AS events
     FROM people LEFT JOIN names USING person_id
     GROUP BY people.person ORDER BY person`,
  )
  return Object.fromEntries(rows.map(({ person, events }) => [person, Number(events)]))
}
