import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'

export type WrittenCondition = NonNullable<WrittenDocument['population']['exclude']>['where'][number]
export type Operator = WrittenCondition['op']

export const operators: readonly { value: Operator; label: string }[] = [
  { value: 'eq', label: 'is' },
  { value: 'ne', label: 'is not' },
  { value: 'lt', label: 'is less than' },
  { value: 'lte', label: 'is at most' },
  { value: 'gt', label: 'is more than' },
  { value: 'gte', label: 'is at least' },
  { value: 'contains', label: 'contains' },
  { value: 'exists', label: 'is there' },
]

export type ValueKind = 'text' | 'number' | 'boolean'

export const emptyCondition = (): WrittenCondition => ({ property: '', op: 'eq', value: '' })

const valueOf = (condition: WrittenCondition) => (condition.op === 'exists' ? '' : condition.value)

/** What a condition compares with; `exists` with nothing. */
export function kindOf(condition: WrittenCondition): ValueKind | null {
  if (condition.op === 'exists') return null
  const kind = typeof condition.value
  return kind === 'string' ? 'text' : kind === 'number' ? 'number' : 'boolean'
}

function asNumber(value: string | number | boolean): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN
}

/** An empty number box is an empty text. */
const asText = (value: string | number | boolean) => (Number.isNaN(value) ? '' : String(value))

/** The same comparison with a value of another kind: 3 is not the text "3". */
export function withKind(condition: WrittenCondition, kind: ValueKind): WrittenCondition {
  if (condition.op !== 'eq' && condition.op !== 'ne') return condition
  const { property, op, value } = condition
  if (kind === 'text') return { property, op, value: asText(value) }
  return { property, op, value: kind === 'number' ? asNumber(value) : asText(value) === 'true' }
}

/** The condition under another operator, its value kept as far as that can take it. */
export function withOperator(condition: WrittenCondition, op: Operator): WrittenCondition {
  const { property } = condition
  const value = valueOf(condition)
  switch (op) {
    case 'exists':
      return { property, op }
    case 'eq':
    case 'ne':
      return { property, op, value }
    case 'contains':
      return { property, op, value: asText(value) }
    default:
      return { property, op, value: asNumber(value) }
  }
}

/** What was typed in the value's box, as the kind that the condition compares with. */
export function withTyped(condition: WrittenCondition, text: string): WrittenCondition {
  switch (condition.op) {
    case 'exists':
      return condition
    case 'contains':
      return { ...condition, value: text }
    case 'eq':
    case 'ne':
      if (typeof condition.value === 'number') return { ...condition, value: asNumber(text) }
      return { ...condition, value: typeof condition.value === 'boolean' ? text === 'true' : text }
    default:
      return { ...condition, value: asNumber(text) }
  }
}
