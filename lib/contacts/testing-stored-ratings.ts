import { randomUUID } from 'node:crypto'
import { stored } from '@/lib/engagement/data'
import { newWorkspace, storeIdentities } from '@/lib/engagement/testing'
import { loadHash64 } from '@/lib/ingest/hash64'
import type { ContactDocumentInput } from '@/lib/scoring/contacts/document'
import { starsOf } from '@/lib/scoring/contacts/stars'
import { contactModel } from '@/lib/scoring/contacts/testing'
import { db } from '@/lib/server/db'
import { warehouse } from '@/lib/warehouse/client'

/** Noon of a day on which everything was observed. */
export const RATED_AT = new Date('2026-06-15T12:00:00Z')

export const daysBefore = (days: number, hours = 0): Date =>
  new Date(RATED_AT.getTime() - days * 86_400_000 - hours * 3_600_000)

/** A contact model that is published, with its ratings whole unless its run is said to be in another state. */
export async function publishedContactModel(
  workspaceId: string,
  {
    state = 'done',
    progress = 1,
    ...rest
  }: Partial<ContactDocumentInput> & { state?: 'done' | 'running'; progress?: number } = {},
) {
  const document = contactModel(rest)
  const model = await db().model.create({
    data: {
      workspaceId,
      kind: 'contact',
      name: document.name,
      draft: stored(document),
      draftTag: randomUUID(),
    },
  })
  const version = await db().modelVersion.create({
    data: {
      modelId: model.id,
      number: 1,
      document: stored(document),
      note: '',
      publishedBy: 'Test',
      referenceAsOf: RATED_AT,
    },
  })
  const run = await db().run.create({
    data: { workspaceId, modelId: model.id, versionId: version.id, asOf: RATED_AT, state, progress },
  })
  return { model: model.id, version: version.id, run: run.id, document }
}

/** A workspace that received something a moment before RATED_AT, with such a model. */
export async function ratedWorkspace(
  rest: Parameters<typeof publishedContactModel>[1] = {},
  timeZone = 'UTC',
) {
  const seen = daysBefore(0, 1)
  const workspace = await newWorkspace({ timeZone, lastReceivedAt: seen, lastOccurredAt: seen })
  const contextOf = (role: Parameters<typeof workspace.contextOf>[0]) => workspace.contextOf(role, RATED_AT)
  return { id: workspace.id, contextOf, ...(await publishedContactModel(workspace.id, rest)) }
}

const insertRows = (table: string, values: readonly object[]) =>
  warehouse().insert({ table, values, format: 'JSONEachRow' })

type StoredRating = {
  identity: string
  score: number
  lastAction?: string
  lastActionAt?: Date
  lastResponseAt?: Date | null
  bounces?: number
  complaints?: number
  unsubscribed?: boolean
  machineReads?: number
  knownSince?: Date
  /** Of several ratings of a contact the last one holds. */
  foldedAt?: Date
  /** 0: no contact any more. */
  stars?: number
}

type Of = { id: string; version: string; document: Parameters<typeof starsOf>[1] }

/** Puts ratings and identities into the warehouse, as a rebuild and ingest would have. */
export async function storeRatings({ id, version, document }: Of, ratings: readonly StoredRating[]) {
  const hash = await loadHash64()
  await insertRows(
    'contact_ratings',
    ratings.map(({ identity, score, stars = starsOf(score, document), ...rating }) => ({
      workspace_id: id,
      version_id: version,
      person_id: String(hash(identity)),
      score,
      stars,
      last_action: rating.lastAction ?? 'read',
      last_action_at: (rating.lastActionAt ?? daysBefore(3)).toISOString(),
      last_response_at: rating.lastResponseAt?.toISOString() ?? null,
      counted: 2,
      bounces: rating.bounces ?? 0,
      complaints: rating.complaints ?? 0,
      unsubscribed: rating.unsubscribed ?? false,
      reads: 3,
      machine_reads: rating.machineReads ?? 0,
      known_since: (rating.knownSince ?? daysBefore(400)).toISOString(),
      as_of: RATED_AT.toISOString(),
      folded_at: (rating.foldedAt ?? RATED_AT).toISOString(),
    })),
  )
  await storeIdentities(ratings.map(({ identity }) => ({ workspace: id, identity })))
}

/** Puts the ratings of a past point into both databases. */
export async function storePoint(
  { id, version, document }: Of,
  asOf: Date,
  ratings: readonly { identity: string; score: number }[],
) {
  const hash = await loadHash64()
  const rows = ratings.map(({ identity, score }) => ({
    workspace_id: id,
    version_id: version,
    as_of: asOf.toISOString(),
    person_id: String(hash(identity)),
    score,
    stars: starsOf(score, document),
  }))
  await insertRows('contact_points', rows)
  const counts = [1, 2, 3, 4, 5].map((star) => rows.filter(({ stars }) => stars === star).length)
  await db().contactPoint.create({
    data: { versionId: version, asOf, contacts: rows.length, stars: counts },
  })
}
