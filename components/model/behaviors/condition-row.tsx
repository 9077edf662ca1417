'use client'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { propertyValuesQuery } from '@/lib/events/client'
import type { Condition } from '@/lib/scoring/engagement/condition'
import { useEditor } from '../editor-context'
import { isUnset, type Op, withOp, withValue } from './condition-change'
import { ConditionValue } from './condition-value'
import { PropertyInput } from './property-input'
import { ValueSuggestions } from './value-suggestions'

export type ConditionRowProps = {
  event: string
  condition: Condition
  /** Keys that its event has carried. */
  properties: readonly string[]
  disabled: boolean
  problem: string | null
  onChange: (condition: Condition) => void
  onRemove: () => void
}

const ops: readonly { value: Op; label: string }[] = [
  { value: 'eq', label: '=' },
  { value: 'ne', label: '≠' },
  { value: 'lt', label: '<' },
  { value: 'lte', label: '≤' },
  { value: 'gt', label: '>' },
  { value: 'gte', label: '≥' },
  { value: 'contains', label: 'contains' },
  { value: 'exists', label: 'is there' },
]

/** What is still to be chosen, in plainer words than the grammar has for it. */
function whatIsMissing(condition: Condition): string | null {
  if (condition.property.trim() === '') return 'Choose a property.'
  return condition.op !== 'exists' && isUnset(condition.value) ? 'Choose or type a value.' : null
}

/** One condition on a property, with the values it has had lately. */
export function ConditionRow({
  event,
  condition,
  properties,
  disabled,
  problem,
  onChange,
  onRemove,
}: ConditionRowProps) {
  const { workspace } = useEditor()
  const problemId = useId()
  const { property, op } = condition
  const { data: seen } = useQuery(propertyValuesQuery(workspace, event, property))
  const set = (value: string | number | boolean) => onChange(withValue(condition, value))
  return (
    <div
      role="group"
      aria-label={property === '' ? 'Condition' : `Condition on ${property}`}
      aria-describedby={problem ? problemId : undefined}
      className="grid min-w-0 gap-1"
    >
      <div className="grid grid-cols-[minmax(0,3fr)_96px_minmax(0,4fr)_28px] items-center gap-1 max-md:grid-cols-[minmax(0,1fr)_96px_28px]">
        <PropertyInput
          value={property}
          properties={properties}
          disabled={disabled}
          onChange={(next) => onChange({ ...condition, property: next })}
        />
        <Select
          aria-label="Comparison"
          options={ops}
          value={op}
          disabled={disabled}
          onChange={({ target }) => onChange(withOp(condition, target.value as Op))}
        />
        <div className="min-w-0 max-md:col-span-full max-md:row-start-2">
          {condition.op === 'exists' ? (
            <Input disabled aria-label="Value" placeholder="with any value" />
          ) : (
            <ConditionValue condition={condition} seen={seen} disabled={disabled} onChange={set} />
          )}
        </div>
        <IconButton
          label="Remove the condition"
          disabled={disabled}
          onClick={onRemove}
          className="max-md:col-start-3 max-md:row-start-1"
        >
          <X aria-hidden />
        </IconButton>
      </div>
      {seen && !disabled && <ValueSuggestions seen={seen} op={op} onChoose={set} />}
      {problem && (
        <p id={problemId} role="alert" className="text-xs text-danger">
          {whatIsMissing(condition) ?? problem}
        </p>
      )}
    </div>
  )
}
