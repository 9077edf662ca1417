import type { CSSProperties, ReactNode } from 'react'
import { cn } from './cn'
import type { Tone } from './tier-tone'

const fills: Record<Tone, string> = {
  risk: 'bg-risk',
  'tier-2': 'bg-tier-2',
  regular: 'bg-regular',
  'tier-4': 'bg-tier-4',
  power: 'bg-power',
  dormant: 'hatched',
  none: 'border border-dashed border-line-strong',
}

/** The colour of a tier or state alone; always beside its name. */
export function TierSwatch({
  tone,
  className,
  style,
}: {
  tone: Tone
  className?: string
  style?: CSSProperties
}) {
  return (
    <i
      aria-hidden
      style={style}
      className={cn('inline-block size-2 shrink-0 rounded-[2px]', fills[tone], className)}
    />
  )
}

/** Swatch and name of a tier, or of a state beside the tiers. */
export function TierMark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="inline-flex items-baseline gap-1.5 whitespace-nowrap">
      <TierSwatch tone={tone} className="self-center" />
      {children}
    </span>
  )
}
