import { type Placed, unplaced } from './place-person'
import type { PersonState } from './state'

/** One person under one model at one instant. Everything but id, state and tenure is null where state is not `scored`. */
export type PersonScore = Placed & {
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
  /** Key of the stage. */
  stage: string | null
  /** What RFM asks: see `BehaviorCounts`. `lastMatched` is null also where nothing matched. */
  matched: number | null
  lastMatched: number | null
  monetary: number | null
  /** Under the reference that is not the model's own: frozen of a rolling model, rolling of a frozen one. */
  otherScore: number | null
  otherTier: string | null
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
    stage: null,
    matched: null,
    lastMatched: null,
    monetary: null,
    ...unplaced,
    otherScore: null,
    otherTier: null,
  }
}
