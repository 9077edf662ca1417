import { cn } from '@/components/ui/cn'
import type { WrittenBehavior } from './entries'
import { NumberBox } from './number-box'
import { NumberChips } from './number-chips'
import { WeightSlider } from './weight-slider'

export type WeightControlProps = {
  behavior: Pick<WrittenBehavior, 'name' | 'weight'>
  live: number | null
  disabled: boolean
  /** Why the weight is refused. */
  problem: string | null
  onChange: (weight: number) => void
  className?: string
}

const heuristic = [1, 3, 5]

/** A weight by slider, by number and by the three of the heuristic. */
export function WeightControl({
  behavior,
  live,
  disabled,
  problem,
  onChange,
  className,
}: WeightControlProps) {
  const label = `Weight of ${behavior.name}`
  const { weight } = behavior
  return (
    <span
      className={cn(
        'flex items-center gap-x-3 gap-y-1 @max-[580px]/behaviors:flex-wrap @max-[580px]/behaviors:justify-between',
        className,
      )}
    >
      <WeightSlider
        label={label}
        weight={weight}
        live={live}
        disabled={disabled}
        onChange={onChange}
        className="@max-[580px]/behaviors:h-8 @max-[580px]/behaviors:basis-full"
      />
      <NumberBox
        label={label}
        value={weight}
        disabled={disabled}
        invalid={problem !== null}
        onChange={(next) => onChange(next ?? NaN)}
        className={cn(
          'shrink-0 pointer-coarse:h-7',
          live !== null && live !== weight && 'border-accent hover:border-accent',
          weight < 0 && 'text-danger',
        )}
      />
      <NumberChips
        label={label}
        choices={heuristic}
        value={weight}
        disabled={disabled}
        onChoose={onChange}
        className="@max-[740px]/behaviors:hidden @max-[580px]/behaviors:inline-flex"
      />
    </span>
  )
}
