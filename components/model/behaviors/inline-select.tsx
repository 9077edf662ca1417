import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'

type Props = ComponentProps<'select'> & { options: readonly { value: string; label: string }[] }

/** The browser's own select, reading as words of its cell. */
export function InlineSelect({ options, className, ...rest }: Props) {
  return (
    <span className={cn('group/select relative inline-flex items-center', className)}>
      <select
        className="h-6 field-sizing-content appearance-none rounded-sm bg-transparent pr-4 text-sm text-ink hover:underline hover:decoration-line-strong hover:underline-offset-4 disabled:text-ink-3 disabled:no-underline disabled:opacity-100"
        {...rest}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute right-0 size-3 stroke-[1.5] text-ink-3 group-has-disabled/select:hidden"
      />
    </span>
  )
}
