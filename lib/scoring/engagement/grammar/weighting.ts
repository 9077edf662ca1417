import { z } from 'zod'
import { dateField } from '../../document/fields'

/** Where the weights come from, and of which day they are. */
export const weightingGrammar = z.strictObject({
  mode: z.enum(['heuristic', 'manual', 'rfm', 'logistic']).default('heuristic'),
  calibratedAt: dateField.nullable().default(null),
  source: z.string().max(1000).nullable().default(null),
})
