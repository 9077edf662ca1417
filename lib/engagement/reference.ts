import { z } from 'zod'
import type { StagePool } from './stage-pools'
import { stagePools } from './stage-pools'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'

const people = z.int().min(0)

/** What is kept of a version's frozen reference beside its rows: the population of `asOf`, scored under the version. */
export const referenceSummarySchema = z.strictObject({
  asOf: z.coerce.date(),
  /** People with a score, at least one. */
  n: people,
  /** The model's stages, youngest first. */
  stages: z.array(
    z.strictObject({
      key: z.string(),
      people,
      /** Those with a rank key above 0. */
      positive: people,
      /** hi in points of the stage's baseline; null of percentiles, and where nobody is. */
      highest: z.number().nullable(),
    }),
  ),
})

export type ReferenceSummary = z.output<typeof referenceSummarySchema>

/** Null until it is stored. */
export const referenceOfVersion = (version: { reference: unknown }): ReferenceSummary | null =>
  version.reference === null ? null : referenceSummarySchema.parse(version.reference)

/** Whom people are compared with under a stored reference: its own people decide about pooling. */
export function poolsOfReference(document: EngagementDocument, { stages }: ReferenceSummary): StagePool[] {
  return stagePools(document, stages).map((pool, stage) => ({
    ...pool,
    highest: stages[stage]?.highest ?? null,
  }))
}
