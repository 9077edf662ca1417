import { z } from 'zod'
import { behaviorsGrammar } from './behavior'
import { checkedBy, daysField, nameField, type PartProblem } from '../../document/fields'
import { lifecycleGrammar } from './lifecycle'
import { normalisationGrammar } from './normalisation'
import { outcomesGrammar } from './outcomes'
import { populationGrammar } from './population'
import { tiersGrammar } from './tiers'
import { weightingGrammar } from './weighting'

const parts = z.strictObject({
  kind: z.literal('engagement', { error: 'must be "engagement" or "contact"' }),
  name: nameField,
  window: z.strictObject({ days: daysField.default(30) }).prefault({}),
  population: populationGrammar.prefault({}),
  behaviors: behaviorsGrammar,
  weighting: weightingGrammar.prefault({}),
  normalisation: normalisationGrammar.prefault({}),
  lifecycle: lifecycleGrammar.prefault({}),
  tiers: tiersGrammar,
  outcomes: outcomesGrammar.prefault({}),
})

/** Under `rfm` the strategic value is the weight, so whatever counts needs one. */
function valuedForRfm({ behaviors, weighting }: z.output<typeof parts>): PartProblem[] {
  if (weighting.mode !== 'rfm') return []
  return behaviors.flatMap(({ enabled, value }, j) =>
    enabled && value === null
      ? [{ path: ['behaviors', j, 'value'], message: 'is required: under "rfm" it is the weight' }]
      : [],
  )
}

/**
 * The whole grammar of an engagement model.
 * Its output has every default filled in and is itself a valid input that gives the same output.
 */
export const engagementGrammar = parts.superRefine(checkedBy(valuedForRfm))

/** A document of valid shape, all defaults filled. */
export type WrittenDocument = z.output<typeof engagementGrammar>
