import { Field } from '@/components/ui/field'
import { formatPlain } from '@/lib/format/number'
import { useWhatIf } from '../what-if-context'
import { NumberChips } from './number-chips'
import { reachInWords } from './reach'
import type { SectionProps } from './section-props'
import { SheetSection } from './sheet-section'
import { WeightControl } from './weight-control'

export type WeightSectionProps = SectionProps & { mode: string; live: number | null }

const values = [1, 2, 3, 4, 5]

/** How much it weighs, what it is worth to the business, and whom it reaches. */
export function WeightSection({ behavior, patch, disabled, problem, mode, live }: WeightSectionProps) {
  const rfm = mode === 'rfm'
  const { result } = useWhatIf()
  const known = result?.behaviors.find(({ key }) => key === behavior.key)
  return (
    <SheetSection
      section="weight"
      title={rfm ? 'Strategic value' : 'Weight'}
      hint={known && reachInWords(known.people, known.median)}
      problem={problem('weight') ?? problem('value')}
    >
      {!rfm && (
        <div className="grid gap-1">
          <WeightControl
            behavior={behavior}
            live={live}
            disabled={disabled}
            problem={problem('weight')}
            onChange={(weight) => patch({ weight })}
          />
          <p className="text-xs text-ink-3">
            {live !== null && live !== behavior.weight && `${formatPlain(live, 6)} in the live version. `}
            {behavior.weight < 0 && 'A negative weight: doing it lowers the score.'}
          </p>
        </div>
      )}
      <Field
        label="Strategic value, 1 to 5"
        hint={
          rfm
            ? 'Under RFM it is the weight.'
            : 'What it is worth to you; RFM weighs by it. Press it again for none.'
        }
      >
        {() => (
          <NumberChips
            label="Strategic value"
            choices={values}
            value={behavior.value}
            disabled={disabled}
            onChoose={(value) => patch({ value: !rfm && value === behavior.value ? null : value })}
            className="w-fit"
          />
        )}
      </Field>
    </SheetSection>
  )
}
