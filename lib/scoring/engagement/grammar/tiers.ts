import { z } from 'zod'
import { defaultTiers } from './defaults'
import { checkedBy, keyField, nameField, type PartProblem, repeatedKeys } from '../../document/fields'

/**
 * A `#` colour or a plain word; nothing that could make a browser fetch something. Without flags, which a JSON Schema
 * has none of.
 */
const colourField = z
  .string()
  .max(40)
  .regex(/^(#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})|[a-zA-Z][a-zA-Z0-9-]*)$/, {
    error: 'must be a colour such as #d55e00 or the name of one',
  })

const tierGrammar = z
  .strictObject({
    key: keyField,
    name: nameField.optional(),
    from: z.number().min(0).lt(100),
    colour: colourField.nullable().default(null),
    strategy: z.string().max(2000).nullable().default(null),
  })
  .transform((tier) => ({ ...tier, name: tier.name ?? tier.key }))

/** Intervals that cover 0 to 100: the first begins at 0, each where the one before ends. */
function covering(tiers: readonly { from: number }[]): PartProblem[] {
  return tiers.flatMap(({ from }, index) => {
    const path = [index, 'from']
    const before = tiers[index - 1]
    if (!before) return from === 0 ? [] : [{ path, message: 'must be 0 in the first tier' }]
    return from > before.from
      ? []
      : [{ path, message: `must be greater than ${before.from}, the tier before` }]
  })
}

/** 3 to 5 tiers, lowest first. */
export const tiersGrammar = z
  .array(tierGrammar)
  .min(3)
  .max(5)
  .superRefine(checkedBy(repeatedKeys))
  .superRefine(checkedBy(covering))
  .prefault(defaultTiers)
