import type { ComponentProps } from 'react'
import { cn } from './cn'

export const inputStyle =
  'h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2 text-sm text-ink disabled:bg-sunken disabled:text-ink-3 aria-invalid:border-danger'

/** A one-line text box; inside a Field it is named and described by it. */
export function Input({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return <input type={type} className={cn(inputStyle, className)} {...rest} />
}
