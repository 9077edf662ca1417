import { cn } from './cn'

export type StarsProps = {
  /** 1 to 5; 0 shows the grey track alone. */
  stars: number
  /** `answer`: as high as the sentence a page opens with. */
  size?: 'line' | 'answer'
  /** Writes `3★` beside them; without it the number is only spoken. */
  label?: boolean
  className?: string
}

const SHAPE = 'M7 .8l1.9 4 4.3.6-3.1 3 .8 4.4L7 10.7l-3.9 2.1.8-4.4-3.1-3 4.3-.6z'

/** How many of five stars a contact has: amber on a grey track, with the number. */
export function Stars({ stars, size = 'line', label = true, className }: StarsProps) {
  return (
    <span
      role="img"
      aria-label={`${stars} of 5 stars`}
      className={cn('inline-flex items-center gap-px align-[-2px] whitespace-nowrap', className)}
    >
      {[1, 2, 3, 4, 5].map((place) => (
        <svg
          key={place}
          aria-hidden
          viewBox="0 0 14 14"
          className={cn(
            'shrink-0',
            size === 'answer' ? 'size-6' : 'size-3.5',
            place <= stars ? 'fill-star' : 'fill-star-track',
          )}
        >
          <path d={SHAPE} />
        </svg>
      ))}
      {label && <span className="ml-1.5 text-xs text-ink-3">{stars}★</span>}
    </span>
  )
}
