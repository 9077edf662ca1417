import type { ZerosRule } from '../document'
import type { RunSummary } from '../run-summary'

/** How many people change tier between the live run and the draft. */
export type TierChange = {
  /** People with a score in both: up + down + same. */
  n: number
  up: number
  down: number
  same: number
  /** A score in the draft, none in the live run. */
  entered: number
  /** A score in the live run, none in the draft. */
  left: number
  /** Live tiers × draft tiers, each lowest first: people with a score in both. They sum to n. */
  matrix: readonly (readonly number[])[]
}

/** What the draft would look like under one zeros rule. */
export type ZeroRuleEffect = {
  rule: ZerosRule
  /** People whose score would be 0. */
  zeros: number
  /** The draft's tiers, lowest first. */
  tiers: readonly { key: string; people: number }[]
}

/** People above zero whom no cut can part, see `tiesOf`. */
export type Ties = {
  /** With a rank key that somebody of the same baseline has too. */
  people: number
  /** People of the largest tie. */
  largest: number
}

/** Who does what a behavior counts, among the people with a score. */
export type BehaviorFacts = {
  /** The behavior's key. */
  key: string
  /** People with n > 0. */
  people: number
  /** Of all with a score, 0 to 1; null where nobody has one. */
  share: number | null
  /** Median of n among those who did it; null where nobody did. */
  median: number | null
}

/** Two enabled behaviors that the same people do. */
export type Together = {
  /** Keys of the behaviors, a before b in the document. */
  a: string
  b: string
  /** Pearson's r of the values that count: capped and curved, before the weight. At least 0.4. */
  r: number
}

/** What a draft would do to everybody. Plain data. */
export type WhatIf = {
  /** Equal in every field to that of a published run, but `other`, which is null. */
  summary: RunSummary
  /** Null without a live run. */
  change: TierChange | null
  /** All three rules, in the order of `zerosRules`. */
  zeroRules: readonly ZeroRuleEffect[]
  ties: Ties
  /** One per behavior of the document, in its order, disabled ones included. */
  behaviors: readonly BehaviorFacts[]
  /** Strongest first. */
  together: readonly Together[]
}

/** The behavior whose term changed most in the direction of a move. */
export type MoverReason = {
  key: string
  name: string
  /** n under the draft; that of the live run where the draft has no such behavior. */
  counted: number
  termBefore: number
  termAfter: number
}

/** Somebody whose score the draft changes. */
export type Mover = {
  /** Row of the population. */
  index: number
  before: number
  after: number
  /** Null where no term moved that way: only the people compared with did, or how they are compared. */
  reason: MoverReason | null
}

/**
 * One evaluated document. The functions read columns that the next evaluation writes over: ask them before that one;
 * later they throw. `index` is a row of the population.
 */
export type Evaluated = {
  whatIf: WhatIf
  /** 0 to 100; null where there is no score. */
  scoreOf: (index: number) => number | null
  /** Index into the draft's tiers; -1 where there is no score. */
  tierOf: (index: number) => number
  /** w_j · f_j(min(c_j, n_j)) per behavior of the draft; empty where there is no score. */
  termsOf: (index: number) => readonly number[]
  /** Why somebody moves from the live score to the draft's; null as in `Mover`, and for whoever does not move. */
  reasonOf: (index: number) => MoverReason | null
  /** Who moves most, the largest change of score first, then by row. Nobody without a live run. */
  movers: (direction: 'up' | 'down', limit: number) => readonly Mover[]
}
