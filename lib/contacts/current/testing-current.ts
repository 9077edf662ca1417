import type { WorkspaceId } from '@/lib/auth/workspace-id'
import type { CanonicalEvent } from '@/lib/ingest/canonical-event'
import { ask, trackEvent } from '@/lib/ingest/testing'
import type { ContactHistory } from '@/lib/scoring/contacts/contact-history'
import type { ContactDocumentInput } from '@/lib/scoring/contacts/document'
import type { SentAction } from '@/lib/scoring/contacts/grammar/action-names'
import { scoreContact } from '@/lib/scoring/contacts/score-contact'
import { contactModel } from '@/lib/scoring/contacts/testing'
import { db } from '@/lib/server/db'
import { contactNight } from './contact-night'
import { publishContact } from './publish-contact'
import { rebuildContacts } from './rebuild-contacts'

export type Rest = Partial<ContactDocumentInput>

/** Publishes a contact model, the same one again where its id is given, without rating anybody. */
export async function publishModel(workspaceId: WorkspaceId, rest: Rest = {}, id?: string, now = new Date()) {
  const document = contactModel(rest)
  const data = { workspaceId, kind: 'contact', name: document.name, draft: {}, draftTag: 'tag' }
  const modelId = id ?? (await db().model.create({ data, select: { id: true } })).id
  const publication = { modelId, document, note: '', publishedBy: 'Test' }
  const { runId } = await publishContact(workspaceId, publication, now)
  const { versionId } = await db().run.findUniqueOrThrow({ where: { id: runId } })
  return { modelId, versionId, runId, document }
}

/** The same, and rates everybody, now and, if wanted, at the past points, as the worker would. */
export async function publishAndRate(
  workspaceId: WorkspaceId,
  rest: Rest = {},
  { id, points = false, now = new Date() }: { id?: string; points?: boolean; now?: Date } = {},
) {
  const published = await publishModel(workspaceId, rest, id, now)
  await rebuildContacts({ runId: published.runId }, () => now)
  if (points) await contactNight({ workspaceId }, () => now)
  return published
}

/** What a contact did, by its e-mail. */
export function contactAction(
  email: string,
  action: SentAction,
  at: Date | string,
  given: Partial<CanonicalEvent> = {},
): CanonicalEvent {
  const occurredAt = new Date(at)
  const eventId = `${email} ${action} ${occurredAt.toISOString()} ${JSON.stringify(given.properties ?? {})}`
  return { ...trackEvent(eventId, { email, occurredAt, ...given }), kind: 'action', name: action }
}

export type StoredRating = { score: number; stars: number; last_action: string; counted: number }

/** Everybody's rating under a version, by the identity that they are counted as. */
export async function storedRatings(
  workspaceId: WorkspaceId,
  versionId: string,
): Promise<Record<string, StoredRating>> {
  const rows = await ask<StoredRating & { identity: string }>(
    workspaceId,
    `SELECT names.identity AS identity, score, stars, last_action, counted
     FROM contact_ratings FINAL
     LEFT JOIN (
       SELECT person_id, any(identity) AS identity FROM identities WHERE workspace_id = {w:UUID} GROUP BY person_id
     ) AS names USING (person_id)
     WHERE workspace_id = {w:UUID} AND version_id = '${versionId}' AND stars > 0 ORDER BY identity`,
  )
  return Object.fromEntries(rows.map(({ identity, ...row }) => [identity, row]))
}

/** Scores and stars alone. */
export async function storedScores(workspaceId: WorkspaceId, versionId: string) {
  const ratings = Object.entries(await storedRatings(workspaceId, versionId))
  return Object.fromEntries(ratings.map(([who, { score, stars }]) => [who, { score, stars }]))
}

/** What the pure core gives for the same events of one contact. */
export function expectedRating(events: readonly CanonicalEvent[], rest: Rest, asOf: Date) {
  const actions = events.map(({ eventId, name, occurredAt, properties, machine }) => ({
    id: eventId,
    action: name as SentAction,
    at: occurredAt.getTime(),
    ...(typeof properties.messageId === 'string' && { messageId: properties.messageId }),
    machine,
  }))
  const history: ContactHistory = { actions }
  const { score, stars } = scoreContact(history, contactModel(rest), asOf.getTime())
  return { score, stars }
}

/** What changed stars, oldest first. */
export const storedChanges = (workspaceId: WorkspaceId) =>
  ask<{ before: number; after: number; cause: string; event: string }>(
    workspaceId,
    `SELECT stars_before AS before, stars_after AS after, cause, cause_event AS event FROM rating_changes
     WHERE workspace_id = {w:UUID} ORDER BY changed_at, person_id`,
  )

export const refoldSince = async (workspaceId: WorkspaceId) =>
  (await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } })).refoldSince
