'use client'
import { useState } from 'react'
import { useEditor } from '@/components/model/editor-context'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { fieldProblem } from './field-problem'
import { localDay } from './local-day'

export type DateFieldProps = {
  label: string
  hint?: string
  optional?: boolean
  path: readonly (string | number)[]
  /** A day of the workspace's zone, or an instant. */
  value: string | null
  /** Gets `2026-01-12`; null when it was cleared. */
  onChange: (day: string | null) => void
  /** What is wrong beyond the grammar. */
  problem?: string | null
}

/** Earlier years are years that are still being typed: 0002, 0020, 0202. */
const FIRST_DAY = '1970-01-01'

/** A day of the workspace's zone. */
export function DateField({ label, hint, optional, path, value, onChange, problem }: DateFieldProps) {
  const { problemAt, zone } = useEditor()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Field
      label={label}
      optional={optional}
      hint={hint}
      error={fieldProblem(problemAt(...path)) ?? problem}
      className="max-w-72"
    >
      {(control) => (
        <Input
          {...control}
          type="date"
          className="w-40"
          min={FIRST_DAY}
          value={typed ?? (value === null ? '' : localDay(value, zone))}
          onChange={({ target }) => {
            const unfinished = target.value !== '' && target.value < FIRST_DAY
            setTyped(unfinished ? target.value : null)
            if (!unfinished) onChange(target.value || null)
          }}
        />
      )}
    </Field>
  )
}
