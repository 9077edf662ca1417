'use client'
import { Slider } from 'radix-ui'
import { useState } from 'react'
import { formatPlain } from '@/lib/format/number'
import { CUT_STEP, cutsEnd, shownCuts, starSpans } from './star-cuts'

type Props = {
  cuts: readonly number[]
  live: readonly number[]
  disabled: boolean
  onChange: (cuts: readonly number[]) => void
}

/** The four cuts between stars on one axis of scores. Arrows step by 0.1, with Shift by 1. */
export function CutsSlider({ cuts, live, disabled, onChange }: Props) {
  const around = cutsEnd(cuts, live)
  // The axis holds still under a drag.
  const [held, setHeld] = useState<number | null>(null)
  const end = held ?? around
  const percent = (score: number) => `${(100 * score) / end}%`
  return (
    <div className="grid gap-1">
      <div aria-hidden className="relative h-4 text-xs text-star-ink">
        {starSpans(cuts, end).map(({ stars, from, to }) => (
          <span
            key={stars}
            className="absolute -translate-x-1/2 whitespace-nowrap"
            style={{ left: percent((from + to) / 2) }}
            hidden={(to - from) / end < 0.045}
          >
            {stars}★
          </span>
        ))}
      </div>
      <Slider.Root
        min={0}
        max={end}
        step={CUT_STEP}
        minStepsBetweenThumbs={1}
        value={shownCuts(cuts, end)}
        disabled={disabled}
        onPointerDown={() => setHeld(around)}
        onLostPointerCapture={() => setHeld(null)}
        onValueChange={(next) => onChange(next.map((cut) => Number(cut.toFixed(4))))}
        className="group/slider relative flex h-8 w-full touch-pan-y items-center select-none data-disabled:opacity-60"
      >
        <Slider.Track className="relative h-1.5 grow overflow-hidden rounded-[1px] bg-star-track">
          {starSpans(cuts, end).map(({ stars, from, to }) => (
            <span
              key={stars}
              aria-hidden
              className="absolute inset-y-0 border-r border-surface bg-star last:border-r-0"
              style={{ left: percent(from), width: percent(to - from), opacity: stars / 5 }}
            />
          ))}
        </Slider.Track>
        {live.map((cut, index) =>
          cut === cuts[index] ? null : (
            <span
              key={index}
              aria-hidden
              title={`live: ${index + 2}★ from ${formatPlain(cut)}`}
              className="absolute top-1/2 h-4 w-0.5 -translate-x-1/2 -translate-y-1/2 bg-ink-3"
              style={{ left: percent(cut) }}
            />
          ),
        )}
        {cuts.map((cut, index) => (
          <Slider.Thumb
            key={index}
            aria-label={`Where ${index + 2}★ begins`}
            aria-valuetext={`${formatPlain(cut)}`}
            className="block h-5 w-2.5 cursor-ew-resize rounded-[3px] border border-line-strong bg-surface group-data-disabled/slider:cursor-default hover:border-ink pointer-coarse:after:absolute pointer-coarse:after:-inset-2.5"
          />
        ))}
      </Slider.Root>
      <div aria-hidden className="relative h-4 text-xs text-ink-3">
        {[0, ...shownCuts(cuts, end)].map((cut, index, all) => (
          <span
            key={index}
            className="absolute -translate-x-1/2 first:translate-x-0"
            style={{ left: percent(cut) }}
            hidden={index > 0 && (cut - (all[index - 1] ?? 0)) / end < 0.045}
          >
            {formatPlain(cut)}
          </span>
        ))}
        <span className="absolute right-0">{formatPlain(end)}</span>
      </div>
    </div>
  )
}
