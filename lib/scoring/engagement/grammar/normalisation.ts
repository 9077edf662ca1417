import { z } from 'zod'
import { dateField } from '../../document/fields'

const referenceGrammar = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rolling') }),
  z.strictObject({ type: z.literal('frozen'), asOf: dateField }),
])

/** How a raw score becomes 0 to 100. `winsor` is the level of the highest value of the min–max methods. */
export const normalisationGrammar = z.strictObject({
  method: z.enum(['percentile', 'min-max', 'log-min-max']).default('percentile'),
  zeros: z.enum(['bottom', 'midrank', 'active-only']).default('bottom'),
  winsor: z.number().positive().max(1).default(0.99),
  reference: referenceGrammar.default({ type: 'rolling' }),
})
