import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { inputStyle } from './input'

export type SelectProps = ComponentProps<'select'> & {
  /** The choices; or pass `<option>` and `<optgroup>` as children. */
  options?: readonly { value: string; label: string; disabled?: boolean }[]
}

/** The browser's own select: it works on every phone and with every keyboard. */
export function Select({ options, className, children, ...rest }: SelectProps) {
  return (
    <span className={cn('relative block', className)}>
      <select className={cn(inputStyle, 'appearance-none pr-7 text-ellipsis')} {...rest}>
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 stroke-[1.5] text-ink-3"
      />
    </span>
  )
}
