import { z } from 'zod'
import { behaviorsGrammar } from './behavior'
import { daysField, nameField } from './fields'
import { lifecycleGrammar } from './lifecycle'
import { normalisationGrammar } from './normalisation'
import { outcomesGrammar } from './outcomes'
import { populationGrammar } from './population'
import { tiersGrammar } from './tiers'
import { weightingGrammar } from './weighting'

/**
 * The whole grammar of an engagement model, understood today or not.
 * Its output has every default filled in and is itself a valid input that gives the same output.
 */
export const engagementGrammar = z.strictObject({
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

/** A document of valid shape, all defaults filled, which may ask for more than can be computed today. */
export type WrittenDocument = z.output<typeof engagementGrammar>
