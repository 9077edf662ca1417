'use client'
import { type ReactNode, useId } from 'react'
import { cn } from '@/components/ui/cn'

export type Choice<Value extends string> = {
  value: Value
  label: string
  /** What it does, in a sentence. */
  hint: ReactNode
  picture?: ReactNode
  /** Shown, but not to be chosen; the hint says why. */
  disabled?: boolean
}

export type ChoiceListProps<Value extends string> = {
  /** What is chosen here. */
  label: string
  choices: readonly Choice<Value>[]
  value: Value
  onChange: (value: Value) => void
  /** How many stand beside each other where there is room. */
  columns?: 2 | 3
}

const grids = { 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3' }

/** One of a few, each with a sentence: a radio group, arrow keys choose. */
export function ChoiceList<Value extends string>({
  label,
  choices,
  value,
  onChange,
  columns = 2,
}: ChoiceListProps<Value>) {
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs font-semibold text-ink-2">{label}</legend>
      <div className={cn('grid gap-2', grids[columns])}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex items-start gap-2 rounded-md border border-line px-2.5 py-2 text-sm has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:text-ink-3"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
              aria-describedby={`${name}-${choice.value}`}
              aria-label={choice.label}
              className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
            />
            <span className="min-w-0 flex-1">
              <span className="block">{choice.label}</span>
              <span id={`${name}-${choice.value}`} className="block text-xs text-ink-3">
                {choice.hint}
              </span>
            </span>
            {choice.picture}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
