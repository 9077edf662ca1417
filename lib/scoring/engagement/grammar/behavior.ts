import { z } from 'zod'
import {
  checkedBy,
  keyField,
  nameField,
  positiveField,
  propertyField,
  repeatedKeys,
  weightField,
} from '../../document/fields'
import { matchGrammar } from './match'

/** How occurrences become the number `n`. */
const measureGrammar = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['count', 'days', 'once', 'first']) }),
  z.strictObject({ type: z.literal('sum'), property: propertyField }),
])

/** How an occurrence fades with its age. */
const kernelGrammar = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.enum(['half-life', 'linear', 'step']), days: positiveField }),
  z.strictObject({ type: z.literal('power'), gravity: z.number().min(0) }),
])

/** How much the next occurrence still adds. */
const curveGrammar = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['linear', 'log', 'sqrt']) }),
  z.strictObject({ type: z.literal('saturating'), k: positiveField }),
])

const behaviorGrammar = z
  .strictObject({
    key: keyField,
    name: nameField.optional(),
    enabled: z.boolean().default(true),
    value: z.int().min(1).max(5).nullable().default(null),
    weight: weightField,
    match: matchGrammar,
    measure: measureGrammar.default({ type: 'count' }),
    kernel: kernelGrammar.default({ type: 'none' }),
    cap: positiveField.nullable().default(null),
    curve: curveGrammar.default({ type: 'linear' }),
  })
  .transform((behavior) => ({ ...behavior, name: behavior.name ?? behavior.key }))

/** The key behaviors of a model: 1 to 50, keys differ. */
export const behaviorsGrammar = z.array(behaviorGrammar).min(1).max(50).superRefine(checkedBy(repeatedKeys))
