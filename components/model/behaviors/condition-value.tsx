'use client'
import { useId } from 'react'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { PropertyValues } from '@/lib/events/client'
import type { Condition } from '@/lib/scoring/engagement/condition'
import { asType, isUnset, type ValueType, valueTypeOf } from './condition-change'
import { NumberBox } from './number-box'
import { usualType } from './usual-type'

export type ConditionValueProps = {
  condition: Exclude<Condition, { op: 'exists' }>
  seen: PropertyValues | undefined
  disabled: boolean
  onChange: (value: string | number | boolean) => void
}

const wide = 'h-8 w-full rounded-md border-line-strong px-2 text-left'

/** The value a property is compared with. Equal means equal in type too, so the type can be said. */
export function ConditionValue({ condition, seen, disabled, onChange }: ConditionValueProps) {
  const list = useId()
  const { op, value } = condition
  if (typeof value === 'number' && op !== 'eq' && op !== 'ne') {
    return (
      <NumberBox
        label="Value"
        value={value}
        disabled={disabled}
        onChange={(next) => onChange(next ?? NaN)}
        className={wide}
      />
    )
  }
  const type = isUnset(value) ? usualType(seen) : valueTypeOf(value)
  const texts = (seen?.values ?? []).filter((one) => one.type === 'text' && !one.masked)
  const box = {
    text: (
      <>
        <Input
          aria-label="Value"
          list={list}
          value={isUnset(value) ? '' : String(value)}
          placeholder="Value"
          disabled={disabled}
          onChange={({ target }) => onChange(target.value)}
        />
        <datalist id={list}>
          {texts.map((one) => (
            <option key={String(one.value)} value={String(one.value)} />
          ))}
        </datalist>
      </>
    ),
    number: (
      <NumberBox
        label="Value"
        value={Number(asType(value, 'number'))}
        disabled={disabled}
        onChange={(next) => onChange(next ?? NaN)}
        className={wide}
      />
    ),
    boolean: (
      <Select
        aria-label="Value"
        value={isUnset(value) ? '' : String(value)}
        disabled={disabled}
        onChange={({ target }) => onChange(target.value === 'true')}
      >
        {isUnset(value) && <option value="">Value</option>}
        <option value="true">true</option>
        <option value="false">false</option>
      </Select>
    ),
  }
  if (op === 'contains') return box.text
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_84px] gap-1">
      {box[type]}
      <Select
        aria-label="Type of the value"
        value={type}
        disabled={disabled}
        onChange={({ target }) => onChange(asType(value, target.value as ValueType))}
        options={[
          { value: 'text', label: 'text' },
          { value: 'number', label: 'number' },
          { value: 'boolean', label: 'yes/no' },
        ]}
      />
    </div>
  )
}
