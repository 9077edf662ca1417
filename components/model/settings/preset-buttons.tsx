'use client'
import { cn } from '@/components/ui/cn'

type Props = {
  /** What is set here: the accessible name of the group. */
  label: string
  presets: readonly number[]
  unit: string
  value: number
  onChange: (value: number) => void
}

/** The numbers that are mostly chosen, beside a box for any other. */
export function PresetButtons({ label, presets, unit, value, onChange }: Props) {
  return (
    <div role="group" aria-label={label} className="inline-flex rounded-sm border border-line">
      {presets.map((preset) => (
        <button
          key={preset}
          type="button"
          aria-pressed={preset === value}
          aria-label={`${preset} ${unit}`}
          onClick={() => onChange(preset)}
          className={cn(
            'h-[30px] min-w-10 border-line px-2 text-xs text-ink-3 -outline-offset-2 not-first:border-l hover:text-ink disabled:cursor-default',
            preset === value && 'bg-accent-soft font-semibold text-accent hover:text-accent',
          )}
        >
          {preset}
        </button>
      ))}
    </div>
  )
}
