import type { WhatIf } from '@/lib/scoring/engagement/what-if/what-if'

/** From this share of zeros on, a rule decides who is at risk more than the behaviors do. */
export const MANY_ZEROS = 0.2

type Rule = WhatIf['zeroRules'][number]['rule']

export type ZeroRow = {
  rule: Rule
  /** People who would score 0. */
  zeros: number
  /** The draft's tiers, lowest first; `change` against the rule of the draft. */
  tiers: readonly { key: string; people: number; change: number }[]
}

/** What each rule would do to the tiers, beside what the draft's own rule does. */
export function zeroRows(zeroRules: WhatIf['zeroRules'], current: Rule): readonly ZeroRow[] {
  const own = zeroRules.find(({ rule }) => rule === current)
  return zeroRules.map(({ rule, zeros, tiers }) => ({
    rule,
    zeros,
    tiers: tiers.map(({ key, people }, index) => ({
      key,
      people,
      change: people - (own?.tiers[index]?.people ?? people),
    })),
  }))
}

/**
 * What to say of people with nothing that counts.
 * @param zeroShare 0 to 1; null where nobody has a score
 */
export function zerosAdvice(zeroShare: number | null): 'nobody' | 'none' | 'few' | 'many' {
  if (zeroShare === null) return 'nobody'
  if (zeroShare === 0) return 'none'
  return zeroShare > MANY_ZEROS ? 'many' : 'few'
}
