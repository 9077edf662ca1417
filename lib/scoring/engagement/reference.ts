import { baselinesOfCounts, type StageBaseline, type StageCount } from './baselines'
import type { EngagementDocument } from './document'
import type { Frame } from './frame'
import { isMeasured, measurePerson } from './measure-person'
import type { PersonHistory } from './person-history'

/**
 * **Reference**: the population of a pinned instant, scored under one model, as it is stored: how many people of each
 * stage have each rank key.
 *
 * @param frame that of the pinned instant
 * @returns by stage and key ascending; nobody with a score: none
 *
 * Example: raw scores 2, 2 and 5 of established people: (stage 1, key 2e9, 2 people), (1, 5e9, 1).
 */
export function referenceOf(
  people: readonly PersonHistory[],
  model: EngagementDocument,
  frame: Frame,
): readonly StageCount[] {
  const rows = new Map<string, StageCount>()
  for (const { stage, key } of people.map(measurePerson(model, frame)).filter(isMeasured)) {
    const name = `${stage} ${key}`
    rows.set(name, { stage, key, people: (rows.get(name)?.people ?? 0) + 1 })
  }
  return [...rows.values()].sort((a, b) => a.stage - b.stage || a.key - b.key)
}

/**
 * **Frozen baselines**: those of a stored reference. Stages are pooled by the people of the reference itself, and hi is
 * the reference's, so a given raw score and stage score the same at every instant.
 *
 * @returns one baseline per stage; none at all of an empty reference, which leaves everybody without a score
 */
export function baselinesFromReference(
  rows: readonly StageCount[],
  model: EngagementDocument,
): readonly StageBaseline[] {
  return rows.length === 0 ? [] : baselinesOfCounts(rows, model)
}
