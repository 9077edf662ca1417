'use client'
import type { ReactNode } from 'react'
import { useDraftPlace } from '@/components/model/draft-context'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { fieldProblem } from './field-problem'

export type NumberFieldProps = {
  label: string
  /** Stands behind the box. */
  unit?: string
  hint?: ReactNode
  /** Where the document holds it: what the grammar refuses there is told below the box. */
  path: readonly (string | number)[]
  /** NaN while the box is empty. */
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
  step?: number | 'any'
  disabled?: boolean
}

/** A number with its unit. */
export function NumberField({ label, unit, hint, path, value, onChange, ...rest }: NumberFieldProps) {
  const { problemAt } = useDraftPlace()
  return (
    <Field label={label} hint={hint} error={fieldProblem(problemAt(...path))}>
      {(control) => (
        <span className="flex items-center gap-2 text-sm text-ink-2">
          <Input
            {...control}
            {...rest}
            type="number"
            inputMode="decimal"
            className="w-24 text-right"
            value={Number.isFinite(value) ? value : ''}
            onChange={({ target }) => onChange(target.value === '' ? NaN : Number(target.value))}
          />
          {unit}
        </span>
      )}
    </Field>
  )
}
