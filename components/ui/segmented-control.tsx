'use client'
import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'

export type SegmentedControlProps<Value extends string> = {
  /** What is chosen here: the accessible name of the group. */
  label: string
  options: readonly { value: Value; label: ReactNode }[]
  value: Value
  onValueChange: (value: Value) => void
  /** Equal widths over the whole line. */
  stretch?: boolean
  className?: string
}

/** One of a few, all visible (Score | Raw). A radio group: arrow keys choose. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onValueChange,
  stretch,
  className,
}: SegmentedControlProps<Value>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => onValueChange(next as Value)}
      orientation="horizontal"
      className={cn(
        'inline-flex h-6 shrink-0 self-center rounded-md border border-line',
        stretch && 'flex w-full',
        className,
      )}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          className={cn(
            'h-[22px] rounded-[5px] px-2 text-xs whitespace-nowrap text-ink-3 transition-colors hover:text-ink data-[state=checked]:bg-sunken data-[state=checked]:font-semibold data-[state=checked]:text-ink',
            stretch && 'flex-1 px-1',
          )}
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
