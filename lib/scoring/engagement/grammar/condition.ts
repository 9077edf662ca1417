import { z } from 'zod'
import { propertyField } from '../../document/fields'

/** `property op value`. An absent property, or one that is no number where a number is compared, fails it. */
export const conditionGrammar = z.discriminatedUnion('op', [
  z.strictObject({
    property: propertyField,
    op: z.enum(['eq', 'ne']),
    value: z.union([z.string(), z.number(), z.boolean()], {
      error: 'must be a text, a number, true or false',
    }),
  }),
  z.strictObject({ property: propertyField, op: z.enum(['lt', 'lte', 'gt', 'gte']), value: z.number() }),
  z.strictObject({ property: propertyField, op: z.literal('contains'), value: z.string().min(1) }),
  z.strictObject({ property: propertyField, op: z.literal('exists') }),
])

export const joinGrammar = z.enum(['all', 'any'])

/** Conditions on a person's traits: several with `where` and `join`, or a single one by itself. */
export const traitConditionGrammar = z
  .union(
    [
      z.strictObject({ where: z.array(conditionGrammar).min(1).max(20), join: joinGrammar.default('all') }),
      conditionGrammar,
    ],
    { error: 'must be one condition {property, op, value} or several {where: [...], join}' },
  )
  .transform((written) => ('where' in written ? written : { where: [written], join: 'all' as const }))
