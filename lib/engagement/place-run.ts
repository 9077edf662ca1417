import { z } from 'zod'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'
import { defineCommand } from '@/lib/warehouse/define-query'
import { type ReferenceSummary, poolsOfReference } from './reference'
import type { Tagged } from './sql/kill-run'
import { placeScores } from './sql/place-scores'
import { type RawFacts, rawFactsOf } from './sql/raw-facts'
import { type RunPopulation, populationsOf } from './sql/run-population'
import { summarise } from './sql/summarise-run'

type Point = { workspace: string; run: string; asOf: Date; version: string }

/** What is asked of the counts before anybody is placed, of many runs at once. */
export type CountedFacts = {
  populations: ReadonlyMap<string, RunPopulation>
  raws: ReadonlyMap<string, RawFacts>
}

export async function countedFacts(
  runs: readonly string[],
  document: EngagementDocument,
  tagged: Tagged,
): Promise<CountedFacts> {
  return {
    populations: await populationsOf(runs, document, tagged),
    raws: await rawFactsOf(runs, tagged),
  }
}

/**
 * Second half of a run that was counted: places everybody under both references, and keeps the population in numbers.
 *
 * @param facts of this run, among others; asked for here where it is scored alone
 */
export async function placeRun(
  { version, ...point }: Point,
  document: EngagementDocument,
  reference: ReferenceSummary | null,
  tagged: Tagged,
  facts?: CountedFacts,
): Promise<RunSummary> {
  const { populations, raws } = facts ?? (await countedFacts([point.run], document, tagged))
  const [population, raw] = [populations.get(point.run), raws.get(point.run)]
  if (!population || !raw) throw new Error('a run is placed before it was counted')

  const { sizes, pools: rolling } = population
  const frozen = reference && { version, pools: poolsOfReference(document, reference) }
  const { sql, params } = placeScores({ ...point, document, rolling, frozen })
  await defineCommand({ name: 'place-scores', params: z.record(z.string(), z.unknown()), sql })(
    params,
    tagged,
  )
  const own = document.normalisation.reference.type === 'frozen' && frozen ? frozen.pools : rolling
  return summarise(point, document, { sizes, raw, rolling, own }, tagged)
}
