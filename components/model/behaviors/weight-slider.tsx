'use client'
import { Slider } from 'radix-ui'
import { useState } from 'react'
import { cn } from '@/components/ui/cn'
import { formatPlain } from '@/lib/format/number'
import { placeOnTrack, type WeightRange, weightRange } from './weight-range'

export type WeightSliderProps = {
  label: string
  weight: number
  /** Weight in the live version; null where it has none. */
  live: number | null
  disabled: boolean
  onChange: (weight: number) => void
  /** Of what is no weight: the numbers it runs over. */
  rangeOf?: (value: number, live: number | null) => WeightRange
  className?: string
}

const thumb = 14

/** A weight by hand: 0 to 10, or as wide as the weight needs. Arrows step by 0.1, with Shift by 1. */
export function WeightSlider({
  label,
  weight,
  live,
  disabled,
  onChange,
  rangeOf = weightRange,
  className,
}: WeightSliderProps) {
  const around = rangeOf(weight, live)
  // The track holds still under a drag.
  const [held, setHeld] = useState<typeof around | null>(null)
  const range = held ?? around
  return (
    <Slider.Root
      min={range.min}
      max={range.max}
      step={range.step}
      value={[Number.isFinite(weight) ? weight : range.min]}
      disabled={disabled}
      onPointerDown={() => setHeld(around)}
      onLostPointerCapture={() => setHeld(null)}
      onValueChange={([next]) => next !== undefined && onChange(next)}
      className={cn(
        'group/slider relative flex h-5 w-full min-w-18 touch-pan-y items-center select-none data-disabled:opacity-60',
        className,
      )}
    >
      <Slider.Track className="relative h-0.5 grow rounded-[1px] bg-line-strong/55">
        <Slider.Range className="absolute h-full rounded-[1px] bg-accent" />
      </Slider.Track>
      {live !== null && live !== weight && (
        <span
          aria-hidden
          title={`live: ${formatPlain(live)}`}
          className="absolute top-1/2 h-3 w-0.5 -translate-x-1/2 -translate-y-1/2 bg-ink-3"
          style={{ left: placeOnTrack(live, range, thumb) }}
        />
      )}
      <Slider.Thumb
        aria-label={label}
        className="block size-3.5 cursor-pointer rounded-full border-2 border-accent bg-surface group-data-disabled/slider:cursor-default pointer-coarse:after:absolute pointer-coarse:after:-inset-3.5"
      />
    </Slider.Root>
  )
}
