import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const style = cva(
  'inline-flex h-5 items-center gap-1 rounded-sm px-1.5 text-xs whitespace-nowrap [&_svg]:size-3',
  {
    variants: {
      tone: {
        neutral: 'bg-sunken text-ink-2',
        accent: 'bg-accent-soft text-accent',
        danger: 'bg-danger-soft text-danger',
        outline: 'border border-line-strong text-ink-2',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

/** A state in one or two words (Draft, Running, Revoked). Tiers have TierMark instead. */
export function Badge({ tone, className, ...rest }: ComponentProps<'span'> & VariantProps<typeof style>) {
  return <span className={cn(style({ tone }), className)} {...rest} />
}
