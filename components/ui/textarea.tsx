import type { ComponentProps } from 'react'
import { cn } from './cn'
import { inputStyle } from './input'

/** A text box of several lines that grows with its text. */
export function Textarea({ className, rows = 4, style, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      style={{ minHeight: rows * 20 + 14, ...style }}
      className={cn(inputStyle, 'field-sizing-content h-auto py-1.5', className)}
      {...rest}
    />
  )
}
