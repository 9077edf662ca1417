'use client'
import { type KeyboardEvent, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { typedNumber } from './weight-range'

export type NumberBoxProps = {
  /** Its accessible name; inside a Field pass `id` instead. */
  label?: string
  id?: string
  value: number | null
  /** NaN for what is no number; null for an empty box that may be empty. */
  onChange: (value: number | null) => void
  /** An empty box means none: null. */
  mayBeEmpty?: boolean
  /** What an arrow key adds; Shift = ×10. */
  step?: number
  disabled?: boolean
  invalid?: boolean
  describedBy?: string
  placeholder?: string
  className?: string
}

const printed = (value: number | null) =>
  value === null || Number.isNaN(value) ? '' : String(Number(value.toPrecision(12)))

/** A number to type, also while it is half typed; arrow keys step. */
export function NumberBox({
  label,
  id,
  value,
  onChange,
  mayBeEmpty = false,
  step = 1,
  disabled,
  invalid,
  describedBy,
  placeholder,
  className,
}: NumberBoxProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const read = (text: string) => (mayBeEmpty && text.trim() === '' ? null : typedNumber(text))
  // What was typed stays as it was typed until the number changes elsewhere: "2." is 2.
  const shown = typed !== null && Object.is(read(typed), value) ? typed : printed(value)

  const onKeyDown = (event: KeyboardEvent) => {
    const sign = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (sign === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const from = value === null || Number.isNaN(value) ? 0 : value
    onChange(Number((from + sign * step * (event.shiftKey ? 10 : 1)).toPrecision(12)))
  }
  return (
    <input
      id={id}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      disabled={disabled}
      placeholder={placeholder}
      value={shown}
      onKeyDown={onKeyDown}
      onBlur={() => setTyped(null)}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(read(target.value))
      }}
      className={cn(
        'h-6 w-11 min-w-0 rounded-sm border border-line bg-surface px-1.5 text-right text-sm text-ink hover:border-line-strong disabled:text-ink-3 disabled:hover:border-line aria-invalid:border-danger',
        className,
      )}
    />
  )
}
