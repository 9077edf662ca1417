import type { PersonState } from './state'

/** One person under one model at one instant. Everything but id, state and tenure is null where state is not `scored`. */
export type PersonScore = {
  id: string
  state: PersonState
  /** Days since the first activity or an earlier `createdAt`; null for somebody who was never active. */
  tenureDays: number | null
  /** n_j per behavior of the model, in its order, disabled ones included. */
  counts: readonly number[] | null
  /** w_j · f_j(min(c_j, n_j)) per behavior, 0 for a disabled one; they sum to raw. */
  terms: readonly number[] | null
  raw: number | null
  rankKey: number | null
  /** 0 to 100, higher is better. */
  score: number | null
  /** Key of the tier. */
  tier: string | null
  /** Key of the stage. */
  stage: string | null
  /** Keys of the stages whose people the person was compared with. */
  baseline: readonly string[] | null
  /** L, E and N of the person in that baseline, in people. */
  below: number | null
  equal: number | null
  n: number | null
}

/** Somebody without a score. */
export function unscored(id: string, state: PersonState, tenureDays: number | null): PersonScore {
  return {
    id,
    state,
    tenureDays,
    counts: null,
    terms: null,
    raw: null,
    rankKey: null,
    score: null,
    tier: null,
    stage: null,
    baseline: null,
    below: null,
    equal: null,
    n: null,
  }
}
