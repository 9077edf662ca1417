import { documentOf } from '@/lib/engagement/data'
import { summaryOfSnapshot } from '@/lib/engagement/snapshot-data'
import { parseEngagementDocument } from '@/lib/scoring/engagement/document'
import { documentChanges } from '@/lib/scoring/engagement/document-changes'
import type { ModelToList } from './data'
import type { ListedModel } from './schema'

function draftOf({
  draft,
  versions: [live],
}: ModelToList): Pick<ListedModel, 'draftDiffers' | 'draftChanges'> {
  if (!live) return { draftDiffers: null, draftChanges: null }
  const parsed = parseEngagementDocument(draft)
  // What the grammar refuses cannot be what is published.
  if (!parsed.ok) return { draftDiffers: true, draftChanges: null }
  const changes = documentChanges(documentOf(live), parsed.document).length
  return { draftDiffers: changes > 0, draftChanges: changes }
}

function scoresOf({
  snapshots: [newest],
}: ModelToList): Pick<ListedModel, 'n' | 'asOf' | 'scoredVersion' | 'tiers'> {
  if (!newest) return { n: null, asOf: null, scoredVersion: null, tiers: [] }
  const { n, tiers } = summaryOfSnapshot(newest)
  const people = new Map(tiers.map((tier) => [tier.key, tier.people]))
  return {
    n,
    asOf: newest.asOf,
    scoredVersion: newest.version.number,
    tiers: documentOf(newest.version).tiers.map((tier) => ({ ...tier, people: people.get(tier.key) ?? 0 })),
  }
}

/** A model as the list of models shows it. */
export function listedModel(model: ModelToList): ListedModel {
  const { id, name, kind, starter, draftSavedAt, draftSavedBy, createdAt, archivedAt } = model
  const [live] = model.versions
  return {
    id,
    name,
    kind,
    starter,
    version: live?.number ?? null,
    publishedAt: live?.publishedAt ?? null,
    publishedBy: live?.publishedBy ?? null,
    ...draftOf(model),
    savedAt: draftSavedAt,
    savedBy: draftSavedBy,
    createdAt,
    ...scoresOf(model),
    archivedAt,
  }
}
