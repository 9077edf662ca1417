import { cn } from '@/components/ui/cn'

type Props = {
  /** `4,5`; '' for all. */
  value: string
  onChange: (stars: string) => void
}

/** How many stars: any of five that are pressed, all where none is. */
export function StarFilter({ value, onChange }: Props) {
  const chosen = value === '' ? [] : value.split(',').map(Number)
  const toggle = (stars: number) => {
    const next = chosen.includes(stars) ? chosen.filter((one) => one !== stars) : [...chosen, stars]
    onChange(next.length === 5 ? '' : next.sort().join(','))
  }
  return (
    <div role="group" aria-label="Stars" className="inline-flex h-8 rounded-md border border-line">
      {[5, 4, 3, 2, 1].map((stars) => {
        const pressed = chosen.includes(stars)
        return (
          <button
            key={stars}
            type="button"
            aria-pressed={pressed}
            onClick={() => toggle(stars)}
            className={cn(
              'rounded-[5px] px-2.5 text-control text-ink-3 transition-colors hover:text-ink',
              pressed && 'bg-sunken font-semibold text-star-ink hover:text-star-ink',
            )}
          >
            {stars}★
          </button>
        )
      })}
    </div>
  )
}
