import { cva, type VariantProps } from 'class-variance-authority'
import { LoaderCircle } from 'lucide-react'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

export const buttonStyle = cva(
  'inline-flex h-7 shrink-0 items-center justify-center gap-1.5 rounded-md border px-2.5 text-control whitespace-nowrap transition-colors select-none disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        go: 'border-accent bg-accent font-semibold text-accent-ink hover:border-ink-2 active:opacity-90',
        plain: 'border-line bg-surface text-ink hover:border-line-strong active:bg-sunken',
        quiet: 'border-transparent text-ink-2 hover:bg-sunken hover:text-ink active:text-ink',
        danger: 'border-line bg-surface text-danger hover:border-danger active:bg-danger-soft',
      },
    },
    defaultVariants: { variant: 'plain' },
  },
)

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonStyle> & {
    /** Draws its one child (a link, say) as a button. */
    asChild?: boolean
    /** Work is under way: a turning mark, and no second press. */
    busy?: boolean
  }

/** A verb. One `go` per page; `danger` for what cannot be undone. */
export function Button({
  variant,
  asChild,
  busy,
  className,
  type = 'button',
  disabled,
  children,
  ...rest
}: ButtonProps) {
  const style = cn(buttonStyle({ variant }), className)
  if (asChild) {
    return (
      <Slot.Root className={style} {...rest}>
        {children}
      </Slot.Root>
    )
  }
  return (
    <button type={type} className={style} disabled={disabled || busy} aria-busy={busy || undefined} {...rest}>
      {busy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  )
}
