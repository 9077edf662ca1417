import { z } from 'zod'
import { checkedBy, daysField, type PartProblem } from '../../document/fields'
import { anyActivity, matchGrammar } from './match'

const horizon = z.strictObject({
  match: matchGrammar.default(anyActivity),
  fromDay: z.int().min(0).max(36_500).default(90),
  toDay: daysField.default(120),
})

function forward({ fromDay, toDay }: { fromDay: number; toDay: number }): PartProblem[] {
  return toDay > fromDay ? [] : [{ path: ['toDay'], message: `must be greater than fromDay, ${fromDay}` }]
}

const expansionGrammar = z.strictObject({ match: matchGrammar, withinDays: daysField })

/** What the score should foretell: a return in days `[fromDay, toDay)` after the instant, and an expansion. */
export const outcomesGrammar = z.strictObject({
  retention: horizon.superRefine(checkedBy(forward)).prefault({}),
  expansion: expansionGrammar.nullable().default(null),
})
