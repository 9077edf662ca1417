'use client'
import { Slider } from 'radix-ui'

type Props = {
  /** "Regular begins at". */
  label: string
  value: number
  min: number
  max: number
  step: number
  /** The live version's, as a thin mark. */
  live: number | null
  disabled: boolean
  onChange: (value: number) => void
}

/** A score from 0 to 100 by hand: arrows step, with Shift ten steps. It stops at the neighbours' cuts. */
export function CutSlider({ label, value, min, max, step, live, disabled, onChange }: Props) {
  return (
    <Slider.Root
      min={0}
      max={100}
      step={step}
      value={[Number.isFinite(value) ? value : min]}
      disabled={disabled}
      onValueChange={([next = value]) => onChange(Math.min(max, Math.max(min, next)))}
      className="relative flex h-8 w-full min-w-24 touch-none items-center select-none data-disabled:opacity-50"
    >
      <Slider.Track className="relative h-0.5 grow rounded-full bg-line-strong/55">
        <Slider.Range className="absolute h-full rounded-full bg-accent" />
      </Slider.Track>
      {live !== null && live !== value && (
        <i
          aria-hidden
          style={{ left: `${live}%` }}
          className="absolute top-2.5 h-3 w-0.5 -translate-x-1/2 bg-ink-3"
        />
      )}
      <Slider.Thumb
        aria-label={label}
        className="block size-3.5 rounded-full border-2 border-accent bg-surface"
      />
    </Slider.Root>
  )
}
