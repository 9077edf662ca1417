import { cn } from '@/components/ui/cn'

export type NumberChipsProps = {
  /** What is chosen: "Weight of Ran a report". */
  label: string
  choices: readonly number[]
  value: number | null
  disabled: boolean
  onChoose: (value: number) => void
  className?: string
}

/** A few numbers side by side, one press each: the weights 1, 3 and 5, or the strategic values. */
export function NumberChips({ label, choices, value, disabled, onChoose, className }: NumberChipsProps) {
  return (
    <span
      role="group"
      aria-label={label}
      className={cn('inline-flex shrink-0 rounded-sm border border-line', className)}
    >
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={value === choice}
          aria-label={`${label}: ${choice}`}
          disabled={disabled}
          onClick={() => onChoose(choice)}
          className="h-[22px] w-6 border-line text-center text-xs text-ink-3 not-first:border-l first:rounded-l-[3px] last:rounded-r-[3px] hover:text-ink disabled:hover:text-ink-3 aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent pointer-coarse:h-7 pointer-coarse:w-9"
        >
          {choice}
        </button>
      ))}
    </span>
  )
}
