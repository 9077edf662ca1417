import type { Condition } from '@/lib/scoring/engagement/condition'
import { typedNumber } from './weight-range'

export type Op = Condition['op']
export type ValueType = 'text' | 'number' | 'boolean'

/** The value of a condition that waits for one: the grammar refuses it. */
export const UNSET = NaN

export const isUnset = (value: string | number | boolean) => typeof value === 'number' && Number.isNaN(value)

const numeric: readonly Op[] = ['lt', 'lte', 'gt', 'gte']

export const valueTypeOf = (value: string | number | boolean): ValueType =>
  typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean'

/** The value as another type; what cannot be a number becomes NaN, which the grammar refuses. */
export function asType(value: string | number | boolean, type: ValueType): string | number | boolean {
  switch (type) {
    case 'text':
      return isUnset(value) ? '' : String(value)
    case 'number':
      return typeof value === 'number' ? value : typedNumber(String(value))
    case 'boolean':
      return value === true || value === 'true'
  }
}

/** The condition with another operator; its value goes along as far as the operator can compare it. */
export function withOp(condition: Condition, op: Op): Condition {
  const { property } = condition
  const value = condition.op === 'exists' ? UNSET : condition.value
  if (op === 'exists') return { property, op }
  if (op === 'contains') return { property, op, value: String(asType(value, 'text')) }
  if (numeric.includes(op)) return { property, op: op as 'lt', value: Number(asType(value, 'number')) }
  return { property, op: op as 'eq', value }
}

/** The condition with another value, typed as its operator wants it; one that compares nothing stays. */
export function withValue(condition: Condition, value: string | number | boolean): Condition {
  switch (condition.op) {
    case 'exists':
      return condition
    case 'contains':
      return { ...condition, value: String(asType(value, 'text')) }
    case 'eq':
    case 'ne':
      return { ...condition, value }
    default:
      return { ...condition, value: Number(asType(value, 'number')) }
  }
}
