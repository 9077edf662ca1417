import type { Tagged } from '@/lib/engagement/sql/kill-run'
import { insertRows } from '@/lib/warehouse/insert-rows'
import type { StoredRating } from './rate-few'
import type { Cause, OtherCause } from './sql/rating-changes'

type Noted = {
  workspace: string
  modelId: string
  /** The ratings' own. */
  foldedAt: string
  /** Of whom no action tells. */
  otherwise: OtherCause
  /** By person, decimal. */
  causes: ReadonlyMap<string, Cause>
}

/** Notes whose stars the ratings of a few people changed, and by what, as `insertChanges` does of many. */
export async function noteChanges(
  { workspace, modelId, foldedAt, otherwise, causes }: Noted,
  ratings: readonly StoredRating[],
  tagged: Tagged,
): Promise<void> {
  const changed = ratings.filter(({ stars, stars_before }) => stars !== stars_before)
  const rows = changed.map(({ version_id, person_id, ...rating }) => {
    const cause = causes.get(person_id)
    return {
      workspace_id: workspace,
      model_id: modelId,
      version_id,
      person_id,
      changed_at: foldedAt,
      stars_before: rating.stars_before,
      stars_after: rating.stars,
      score_before: rating.score_before,
      score_after: rating.score,
      cause: cause?.cause ?? otherwise,
      cause_event: cause?.event.toWellFormed() ?? '',
      cause_at: cause?.at.toISOString() ?? null,
    }
  })
  await insertRows('rating_changes', rows, 'ingest', { tag: tagged.tag, signal: tagged.signal })
}
