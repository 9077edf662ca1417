import { createHash } from 'node:crypto'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { ReferenceSummary } from './reference'
import { keepReference } from './reference-data'
import type { Tagged } from './sql/kill-run'
import { type RunPopulation, peopleIn, populationOf } from './sql/run-population'
import { storeReferenceRows } from './sql/version-reference'

/** People counted at an instant, under the id that their rows have. */
export type Counted = { run: string; asOf: Date }

/** The id of what is counted for a reference beside a run: the same when its job runs twice, so nothing is left. */
export function referenceCountsId(runId: string): string {
  const hex = createHash('sha256').update(`reference ${runId}`).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`]
  return [...parts, hex.slice(20, 32)].join('-')
}

function summaryOf(
  { lifecycle }: EngagementDocument,
  asOf: Date,
  { sizes, pools }: RunPopulation,
): ReferenceSummary {
  return {
    asOf,
    n: peopleIn({ sizes, pools }),
    stages: lifecycle.stages.map(({ key }, stage) => ({
      key,
      people: sizes[stage]?.people ?? 0,
      positive: sizes[stage]?.positive ?? 0,
      highest: pools[stage]?.highest ?? null,
    })),
  }
}

type Version = { workspace: string; version: string }

/** Stores what was counted as the rows of a version's reference; null, and nothing stored, where nobody has a score. */
export async function storeCounted(
  { workspace, version }: Version,
  document: EngagementDocument,
  { run, asOf }: Counted,
  tagged: Tagged,
): Promise<ReferenceSummary | null> {
  const population = await populationOf(run, document, tagged)
  if (peopleIn(population) === 0) return null
  await storeReferenceRows({ workspace, version, run })
  return summaryOf(document, asOf, population)
}

/**
 * Stores the reference of a version that has none yet: the first of the counted populations that holds anybody. So a
 * version that was published before there were people gets those of its first run that finds some, and their date.
 * Null where there is still nobody.
 */
export async function storeReference(
  of: Version,
  document: EngagementDocument,
  counted: readonly Counted[],
  tagged: Tagged,
): Promise<ReferenceSummary | null> {
  for (const one of counted) {
    const population = await populationOf(one.run, document, tagged)
    if (peopleIn(population) === 0) continue
    return keepReference(of.version, async () => {
      await storeReferenceRows({ ...of, run: one.run })
      return summaryOf(document, one.asOf, population)
    })
  }
  return null
}
