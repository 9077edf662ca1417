import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'
import { type Lane } from '@/lib/warehouse/client'
import { defineCommand } from '@/lib/warehouse/define-query'
import { z } from 'zod'
import { type ReferenceSummary, poolsOfReference } from './reference'
import { placeScores } from './sql/place-scores'
import { populationOf } from './sql/run-population'
import { summarise } from './sql/summarise-run'

export type Tagged = { lane: Lane; tag: string }

type Point = { workspace: string; run: string; asOf: Date; version: string }

/** Second half of a run that was counted: places everybody under both references, and keeps the population in numbers. */
export async function placeRun(
  { version, ...point }: Point,
  document: EngagementDocument,
  reference: ReferenceSummary | null,
  tagged: Tagged,
): Promise<RunSummary> {
  const { sizes, pools: rolling } = await populationOf(point.run, document, tagged)
  const frozen = reference && { version, pools: poolsOfReference(document, reference) }
  const { sql, params } = placeScores({ ...point, document, rolling, frozen })
  await defineCommand({ name: 'place-scores', params: z.record(z.string(), z.unknown()), sql })(
    params,
    tagged,
  )
  const own = document.normalisation.reference.type === 'frozen' && frozen ? frozen.pools : rolling
  return summarise(point, document, { sizes, rolling, own }, tagged)
}
