import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'

export type Reference = EngagementDocument['normalisation']['reference']['type']

/** The tiers of a run under a reference; null where the run was not placed under it. */
export function tiersUnder(
  { normalisation }: EngagementDocument,
  summary: RunSummary,
  reference: Reference,
): RunSummary['tiers'] | null {
  return normalisation.reference.type === reference ? summary.tiers : (summary.other?.tiers ?? null)
}
