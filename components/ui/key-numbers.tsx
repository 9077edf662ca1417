import type { ReactNode } from 'react'
import { cn } from './cn'
import { TierSwatch } from './tier-mark'
import type { Tone } from './tier-tone'

/**
 * The strip of numbers a page is read by, parted by hairlines: one line at full width, three columns on a
 * tablet, two on a phone. Children: KeyNumber. Belongs inside a Card.
 */
export function KeyNumbers({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={cn('overflow-hidden rounded-[7px]', className)}>
      <dl className="-mt-px -ml-px grid grid-cols-2 md:grid-cols-3 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none max-md:[&>:last-child:nth-child(odd)]:col-span-2">
        {children}
      </dl>
    </div>
  )
}

export type KeyNumberProps = {
  label: ReactNode
  /** Colour of the tier or state it counts. */
  tone?: Tone
  value: ReactNode
  /** A share or unit beside the value. */
  detail?: ReactNode
  /** Change, basis or reason under it. */
  note?: ReactNode
  /** `text`: 14 px instead of 24, for values that are words. */
  size?: 'number' | 'text'
}

export function KeyNumber({ label, tone, value, detail, note, size = 'number' }: KeyNumberProps) {
  return (
    <div className="min-w-0 border-t border-l border-line px-4 py-3 max-md:px-3 max-md:py-2.5">
      <dt className="flex items-center gap-1.5 text-xs text-ink-2">
        {tone && <TierSwatch tone={tone} />}
        {label}
      </dt>
      <dd className="mt-1">
        <p
          className={cn(
            'flex flex-wrap items-baseline gap-x-1.5 font-semibold',
            size === 'number' ? 'text-2xl tracking-[-0.01em]' : 'text-sm',
          )}
        >
          {value}
          {detail && <span className="text-sm font-normal tracking-normal text-ink-2">{detail}</span>}
        </p>
        {note && <div className="text-xs text-ink-3">{note}</div>}
      </dd>
    </div>
  )
}
