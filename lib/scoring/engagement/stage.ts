import type { Stage } from './document'

/**
 * **Stage**: the half-open interval `[previous untilDay, untilDay)` that holds the tenure; the last one has no end.
 *
 * @param tenure in days, with fractions
 * @returns the index of the stage
 *
 * Example: new until day 30, established: 29.999 days is new, exactly 30 days is established.
 */
export function stageAt(tenure: number, stages: readonly Stage[]): number {
  const index = stages.findIndex(({ untilDay }) => untilDay !== null && tenure < untilDay)
  return index < 0 ? stages.length - 1 : index
}
