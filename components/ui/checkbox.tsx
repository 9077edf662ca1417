import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode
  hint?: ReactNode
}

/** A native checkbox with its words; the whole line can be pressed. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  return (
    <label className={cn('flex items-start gap-2 text-sm has-disabled:text-ink-3', className)}>
      <input type="checkbox" className="mt-0.5 size-4 shrink-0 rounded-sm accent-accent" {...rest} />
      <span>
        {label}
        {hint && <span className="block text-xs text-ink-3">{hint}</span>}
      </span>
    </label>
  )
}
