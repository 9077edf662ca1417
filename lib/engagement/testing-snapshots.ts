import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { loadHash64 } from '@/lib/ingest/hash64'
import type { EngagementDocumentInput } from '@/lib/scoring/engagement/document'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'
import { type PersonState, personStates } from '@/lib/scoring/engagement/state'
import { db } from '@/lib/server/db'
import { warehouse } from '@/lib/warehouse/client'
import { insertRows } from '@/lib/warehouse/insert-rows'
import { stored } from './data'
import { NOW, modelDocument } from './testing'

/** Somebody in a snapshot, told by what a test is about; with a score unless a state says otherwise. */
export type Stored = {
  identity: string
  score?: number
  raw?: number
  tier?: string
  stage?: string
  state?: PersonState
  account?: string
  /** Under the other reference. */
  otherScore?: number
  otherTier?: string
}

export const referenceAsOf = new Date('2026-01-12T00:00:00Z')

const tierOf = (score: number) => (score < 20 ? 'at-risk' : score < 80 ? 'regular' : 'power')

/** A published model without a run, as its own first version. */
export async function storeModel(
  workspaceId: WorkspaceId,
  rest: Partial<EngagementDocumentInput> = {},
): Promise<{ workspaceId: WorkspaceId; modelId: string; versionId: string }> {
  const document = stored(modelDocument(rest))
  const model = await db().model.create({
    data: { workspaceId, kind: 'engagement', name: 'Test', draft: document, draftTag: 'one' },
  })
  const version = await db().modelVersion.create({
    data: { modelId: model.id, number: 1, document, note: '', publishedBy: 'Test', referenceAsOf },
  })
  return { workspaceId, modelId: model.id, versionId: version.id }
}

function summaryOf(people: readonly Stored[]): RunSummary {
  const scored = people.filter(({ state = 'scored' }) => state === 'scored')
  const tiers = (tier: (person: Stored) => string | undefined) =>
    ['at-risk', 'regular', 'power'].map((key) => ({
      key,
      people: scored.filter((person) => tier(person) === key).length,
    }))
  const bins = [scored.length, ...new Array<number>(199).fill(0)]
  return {
    n: scored.length,
    states: Object.fromEntries(
      personStates.map((state) => [
        state,
        people.filter((person) => (person.state ?? 'scored') === state).length,
      ]),
    ) as RunSummary['states'],
    bins,
    zeros: 0,
    tiers: tiers(({ tier, score = 0 }) => tier ?? tierOf(score)),
    other: scored.some(({ otherScore }) => otherScore !== undefined)
      ? { bins, zeros: 0, tiers: tiers(({ otherTier, otherScore = 0 }) => otherTier ?? tierOf(otherScore)) }
      : null,
    rawBins: null,
    zeroShare: 0,
    medianRaw: 1,
    stages: [],
  }
}

type Point = {
  workspaceId: WorkspaceId
  modelId: string
  versionId: string
  asOf: Date
  people: readonly Stored[]
  scheduled?: boolean
  /** When the run read who is who. */
  startedAt?: Date
}

/** Scores as a run would have left them, made live; answers the id of the run. */
export async function storeSnapshot(point: Point): Promise<string> {
  const { workspaceId, modelId, versionId, asOf, people, scheduled = true, startedAt = NOW } = point
  const hash = await loadHash64()
  const run = await db().run.create({
    data: { workspaceId, modelId, versionId, asOf, scheduled, state: 'done', progress: 1, startedAt },
  })
  const summary = stored(summaryOf(people))
  const live = { versionId, asOf, runId: run.id, modelId, people: people.length, scheduled, summary }
  await db().snapshot.create({ data: live })
  const rows = people.map(({ identity, state = 'scored', ...person }) => {
    const { score = 0, raw = score, otherScore = null } = person
    const scored = state === 'scored'
    return {
      workspace_id: workspaceId,
      run_id: run.id,
      person_id: String(hash(identity)),
      as_of: asOf.toISOString(),
      state,
      raw: scored ? raw : null,
      score: scored ? score : null,
      tier: scored ? (person.tier ?? tierOf(score)) : '',
      stage: scored ? (person.stage ?? 'established') : '',
      other_score: scored ? otherScore : null,
      other_tier: scored && otherScore !== null ? (person.otherTier ?? tierOf(otherScore)) : '',
      account_id: person.account ?? '',
      last_activity: asOf.toISOString(),
    }
  })
  await warehouse().insert({ table: 'scores', values: rows, format: 'JSONEachRow' })
  await insertRows(
    'identities',
    people.map(({ identity }) => ({
      workspace_id: workspaceId,
      person_id: String(hash(identity)),
      identity,
      first_seen: referenceAsOf.toISOString(),
    })),
  )
  return run.id
}

/** The local Monday so many weeks before 2026-06-15, a Monday, in UTC. */
export const monday = (weeksBefore: number): Date =>
  new Date(Date.parse('2026-06-15T00:00:00Z') - weeksBefore * 7 * 86_400_000)
