'use client'
import { X } from 'lucide-react'
import { useEditor } from '@/components/model/editor-context'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import {
  kindOf,
  operators,
  type ValueKind,
  withKind,
  withOperator,
  withTyped,
  type WrittenCondition,
} from './condition-edits'
import { fieldProblem } from './field-problem'

type Props = {
  /** From 1: the name of the row for those who do not see it. */
  number: number
  path: readonly (string | number)[]
  condition: WrittenCondition
  onChange: (condition: WrittenCondition) => void
  onRemove: () => void
}

const kinds: readonly { value: ValueKind; label: string }[] = [
  { value: 'text', label: 'the text' },
  { value: 'number', label: 'the number' },
  { value: 'boolean', label: 'true or false' },
]

const yesNo = [
  { value: 'true', label: 'true' },
  { value: 'false', label: 'false' },
]

/** A trait, how it is compared, and with what. */
export function ConditionRow({ number, path, condition, onChange, onRemove }: Props) {
  const { problemAt } = useEditor()
  const problem = fieldProblem(problemAt(...path))
  const kind = kindOf(condition)
  const value = condition.op === 'exists' ? '' : condition.value
  const chooses = condition.op === 'eq' || condition.op === 'ne'
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <Input
          aria-label={`Trait of condition ${number}`}
          aria-invalid={(problem !== null && condition.property.trim() === '') || undefined}
          placeholder="trait, such as plan"
          value={condition.property}
          className="w-40"
          onChange={({ target }) => onChange({ ...condition, property: target.value })}
        />
        <Select
          aria-label={`Comparison of condition ${number}`}
          value={condition.op}
          options={operators}
          className="w-32"
          onChange={({ target }) => {
            const chosen = operators.find((operator) => operator.value === target.value)
            if (chosen) onChange(withOperator(condition, chosen.value))
          }}
        />
        {chooses && (
          <Select
            aria-label={`Kind of value of condition ${number}`}
            value={kind ?? 'text'}
            options={kinds}
            className="w-32"
            onChange={({ target }) => {
              const chosen = kinds.find((one) => one.value === target.value)
              if (chosen) onChange(withKind(condition, chosen.value))
            }}
          />
        )}
        {kind === 'boolean' && (
          <Select
            aria-label={`Value of condition ${number}`}
            value={String(value)}
            options={yesNo}
            className="w-24"
            onChange={({ target }) => onChange(withTyped(condition, target.value))}
          />
        )}
        {(kind === 'text' || kind === 'number') && (
          <Input
            aria-label={`Value of condition ${number}`}
            type={kind === 'number' ? 'number' : 'text'}
            step="any"
            value={Number.isNaN(value) ? '' : String(value)}
            className="w-36"
            onChange={({ target }) => onChange(withTyped(condition, target.value))}
          />
        )}
        <IconButton label={`Remove condition ${number}`} onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      </div>
      {problem && (
        <p role="alert" className="text-xs text-danger">
          {problem}
        </p>
      )}
    </li>
  )
}
