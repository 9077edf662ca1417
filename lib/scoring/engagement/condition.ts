import type { EngagementDocument } from './document'

/** `property op value`, on the properties of an event or the traits of a person. */
export type Condition = EngagementDocument['behaviors'][number]['match']['any'][number]['where'][number]

/** Several conditions, and whether all of them or any has to hold. */
export type Conditions = { readonly where: readonly Condition[]; readonly join: 'all' | 'any' }

/** Properties of an event or traits of a person, as JSON reads. */
export type Values = Readonly<Record<string, unknown>>

/** What a value has to be, given that it is there. */
function holdsFor(condition: Condition): (value: unknown) => boolean {
  switch (condition.op) {
    case 'eq':
      return (value) => value === condition.value
    case 'ne':
      return (value) => value !== condition.value
    case 'lt':
      return (value) => typeof value === 'number' && value < condition.value
    case 'lte':
      return (value) => typeof value === 'number' && value <= condition.value
    case 'gt':
      return (value) => typeof value === 'number' && value > condition.value
    case 'gte':
      return (value) => typeof value === 'number' && value >= condition.value
    case 'contains':
      return (value) => typeof value === 'string' && value.includes(condition.value)
    case 'exists':
      return () => true
  }
}

/**
 * **Condition**: does `property op value` hold of a set of values?
 *
 *     absent or null   never, `ne` included
 *     eq, ne           same, or not same, type and value: the number 3 is not the text "3"
 *     lt lte gt gte    numbers alone: the text "10" is no number
 *     contains         text in text, to the letter
 *     exists           there and not null
 *
 * A property is named as sent, at the top level. A list or an object exists, and is `ne` to every value.
 *
 * Example: of {plan: "pro", seats: 3}: plan ne "free" holds, seats gte 3 holds, seats eq "3" and team ne "a" do not.
 */
export function compileCondition(condition: Condition): (values: Values | undefined) => boolean {
  const { property } = condition
  const holds = holdsFor(condition)
  return (values) => {
    if (!values || !Object.hasOwn(values, property)) return false
    const value = values[property]
    return value !== null && value !== undefined && holds(value)
  }
}

/** **Conditions** joined by all or any; none at all always hold, under either. */
export function compileConditions({ where, join }: Conditions): (values: Values | undefined) => boolean {
  const [only, ...others] = where.map(compileCondition)
  if (!only) return () => true
  if (others.length === 0) return only
  const each = [only, ...others]
  return join === 'all'
    ? (values) => each.every((holds) => holds(values))
    : (values) => each.some((holds) => holds(values))
}
