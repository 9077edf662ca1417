import type { Place } from './baseline'
import type { StageBaseline } from './baselines'
import { blendAt } from './blend'
import type { EngagementDocument } from './document'
import { normalised } from './normalised'
import { tierAt } from './tier'
import { underZerosRule } from './zeros'

/** Where somebody stands among the people of one stage. */
export type Standing = Place & {
  /** Key of the stage. */
  stage: string
  /** N of its baseline. */
  n: number
  /** P: 0 to 100 before blend and zeros rule; null where there is nobody to compare with. */
  normalised: number | null
}

/** Both sides of a boundary that somebody is near. `score = young + lambda · (old − young)`. */
export type Blend = {
  /** In days of tenure. */
  boundary: number
  lambda: number
  young: Standing
  old: Standing
}

/** What comes of comparing somebody; below, equal and n are those of the own stage's baseline. */
export type Placed = {
  /** 0 to 100, higher is better. */
  score: number | null
  /** Key of the tier. */
  tier: string | null
  /** Keys of the stages whose people the person was compared with. */
  baseline: readonly string[] | null
  below: number | null
  equal: number | null
  n: number | null
  /** Null where the own stage alone decides. */
  blend: Blend | null
}

/** Somebody who is compared with nobody. */
export const unplaced: Placed = {
  score: null,
  tier: null,
  baseline: null,
  below: null,
  equal: null,
  n: null,
  blend: null,
}

type Comparable = { tenure: number; stage: number; key: number }

function standing(
  key: number,
  stage: number,
  { people }: StageBaseline,
  { lifecycle, normalisation }: EngagementDocument,
): Standing {
  return {
    stage: lifecycle.stages[stage]?.key ?? '',
    ...people.place(key),
    n: people.size,
    normalised: normalised(normalisation.method, people, key),
  }
}

/** Both sides of the boundary, where there is one near and its sides are not compared together anyway. */
function blendOf(
  { tenure, key }: Comparable,
  baselines: readonly StageBaseline[],
  model: EngagementDocument,
): Blend | null {
  const between = blendAt(tenure, model.lifecycle)
  if (!between) return null
  const { young, old, boundary, lambda } = between
  const [younger, older] = [baselines[young], baselines[old]]
  if (!younger || !older || younger === older) return null
  return {
    boundary,
    lambda,
    young: standing(key, young, younger, model),
    old: standing(key, old, older, model),
  }
}

/**
 * `(1 − λ) · young + λ · old`; a side without anybody leaves it to the other. Written so that two equal sides give
 * exactly what they say, and never more than 100: a cut between tiers may be right there.
 */
function blended({ lambda, young, old }: Blend): number | null {
  if (young.normalised === null) return old.normalised
  if (old.normalised === null) return young.normalised
  return Math.min(100, young.normalised + lambda * (old.normalised - young.normalised))
}

/**
 * **Placed**: from points to the score and its tier, against given baselines: of the population at the instant
 * (rolling) or of another one (frozen).
 *
 *     P of the own stage, or of both near a boundary (see `blendAt`); then the zeros rule; then the tier
 *
 * Decided: stages that are pooled are not blended, being compared with the same people on either side.
 *
 * @param baselines one per stage of the model; of none (an empty reference) nothing comes but nulls
 *
 * Example: tenure 28.25 days, boundary 30, blend 7: λ = 0.25; P 40 among new and 80 among established people: 50.
 */
export function placePerson(
  person: Comparable,
  baselines: readonly StageBaseline[],
  model: EngagementDocument,
): Placed {
  const own = baselines[person.stage]
  if (!own) return unplaced
  const blend = blendOf(person, baselines, model)
  const { method, zeros } = model.normalisation
  const points = blend ? blended(blend) : normalised(method, own.people, person.key)
  const score = underZerosRule(zeros, person.key, points)
  return {
    score,
    tier: tierAt(score, model.tiers),
    baseline: own.stages,
    ...own.people.place(person.key),
    n: own.people.size,
    blend,
  }
}
