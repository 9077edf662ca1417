import { documentOf } from '@/lib/engagement/data'
import { summaryOfSnapshot } from '@/lib/engagement/snapshot-data'
import { parseModelDocument } from '@/lib/scoring/model-document'
import { documentChanges } from '../document-changes'
import { publishedDocument } from '../published-document'
import { type Scores, noScores } from './contact-scores'
import type { ModelToList } from './data'
import type { ListedModel } from './schema'

function draftOf({
  draft,
  versions: [live],
}: ModelToList): Pick<ListedModel, 'draftDiffers' | 'draftChanges'> {
  if (!live) return { draftDiffers: null, draftChanges: null }
  const parsed = parseModelDocument(draft)
  // What the grammar refuses cannot be what is published.
  if (!parsed.ok) return { draftDiffers: true, draftChanges: null }
  const changes = documentChanges(publishedDocument(live), parsed.document).length
  return { draftDiffers: changes > 0, draftChanges: changes }
}

function scoresOf({ snapshots: [newest] }: ModelToList): Scores {
  if (!newest) return noScores
  const { n, tiers } = summaryOfSnapshot(newest)
  const people = new Map(tiers.map((tier) => [tier.key, tier.people]))
  return {
    n,
    asOf: newest.asOf,
    scoredVersion: newest.version.number,
    tiers: documentOf(newest.version).tiers.map((tier) => ({ ...tier, people: people.get(tier.key) ?? 0 })),
    stars: null,
  }
}

/** A model as the list of models shows it. @param stars of a contact model: what it has scored */
export function listedModel(model: ModelToList, stars = noScores): ListedModel {
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
    ...(kind === 'contact' ? stars : scoresOf(model)),
    archivedAt,
  }
}
