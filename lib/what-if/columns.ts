import type { WorkspaceId } from '@/lib/auth/workspace-id'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { compileWhatIf } from '@/lib/scoring/engagement/what-if/compile-what-if'
import { type LiveScores, type Population, countKey } from '@/lib/scoring/engagement/what-if/population'
import type { Evaluated } from '@/lib/scoring/engagement/what-if/what-if'
import { remembered } from './memory'
import { sameRows } from './same-rows'
import type { Live, Source } from './source'
import { type CountColumns, readCountColumns, readScoreColumns } from './sql/read-columns'

/** Everybody of a source, and who they are: internal ids, ascending, by row. */
export type Loaded = { people: BigUint64Array; population: Population }

type Evaluate = (document: EngagementDocument) => Evaluated
function byKey({ behaviors }: EngagementDocument, counts: readonly Float64Array[]) {
  return new Map(behaviors.flatMap((behavior, j) => (counts[j] ? [[countKey(behavior), counts[j]]] : [])))
}

const bytesOfPopulation = ({ size, counts }: Population) => size * (17 + 8 * counts.size)

/** Everybody of a source, in memory. */
export function loadPopulation(workspace: WorkspaceId, source: Source): Promise<Loaded> {
  return remembered(
    `population ${source.id}`,
    ({ population }: Loaded) => bytesOfPopulation(population),
    async () => {
      const { kind, id, rows: size, document } = source
      const columns = await readCountColumns(kind, {
        workspace,
        id,
        size,
        behaviors: document.behaviors.length,
      })
      return { people: columns.people, population: populationOf(columns, document) }
    },
  )
}

const populationOf = ({ size, states, tenures, counts }: CountColumns, document: EngagementDocument) => ({
  size,
  states,
  tenures,
  counts: byKey(document, counts),
})

/** The live scores, in the rows of a population. Whoever is not in it is left out. */
export function loadLive(
  workspace: WorkspaceId,
  live: Live,
  source: Source,
  run: Source | null,
): Promise<LiveScores> {
  return remembered(
    `live ${live.runId} ${source.id}`,
    ({ scores, counts }: LiveScores) => scores.length * (9 + 8 * counts.size),
    async () => {
      const { people, population } = await loadPopulation(workspace, source)
      const { document } = live
      const tiers = document.tiers.map(({ key }) => key)
      const isSame = source.id === live.runId
      const hasCounts = !isSame && run !== null && run.counted === run.scored
      const behaviors = hasCounts ? document.behaviors.length : 0
      const asked = { workspace, id: live.runId, size: run?.rows ?? 0, behaviors }
      const columns = await readScoreColumns(asked, tiers)
      const rowOf = sameRows(people, columns.people)
      const scores = new Float64Array(people.length).fill(NaN)
      const tierOf = new Int8Array(people.length).fill(-1)
      const counts = columns.counts.map(() => new Float64Array(people.length))
      rowOf.forEach((row, index) => {
        if (row < 0) return
        scores[index] = columns.scores[row] ?? NaN
        tierOf[index] = columns.tiers[row] ?? -1
        columns.counts.forEach((column, j) => (counts[j]![index] = column[row] ?? 0))
      })
      // Where the run keeps no counts any more, what was counted again of the same instant stands for them.
      return {
        document,
        scores,
        tiers: tierOf,
        counts: hasCounts ? byKey(document, counts) : population.counts,
      }
    },
  )
}

type Compiled = {
  population: Source
  reference: Source | null
  live: Live | null
  /** The run of `live` as a source. */
  run: Source | null
}

/** Everybody, and the function that evaluates a document on them; what it answers is read before it is asked again. */
export async function loadEvaluator(
  workspace: WorkspaceId,
  { population, reference, live, run }: Compiled,
): Promise<{ people: BigUint64Array; live: LiveScores | null; evaluate: Evaluate }> {
  const loaded = await loadPopulation(workspace, population)
  const liveScores = live && run ? await loadLive(workspace, live, population, run) : null
  const evaluate = await remembered<Evaluate>(
    `evaluator ${population.id} ${reference?.id ?? ''} ${live?.runId ?? ''}`,
    () => bytesOfPopulation(loaded.population) + 64 * loaded.population.size,
    async () =>
      compileWhatIf(loaded.population, {
        reference: reference ? (await loadPopulation(workspace, reference)).population : undefined,
        live: liveScores ?? undefined,
      }),
  )
  return { people: loaded.people, live: liveScores, evaluate }
}
