'use client'
import { useEditor } from '@/components/model/editor-context'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { type Choice, ChoiceList } from './choice-list'
import { DateField } from './date-field'
import { fieldProblem } from './field-problem'
import { StrategicValues } from './strategic-values'
import { usePart } from './use-part'

type Mode = 'heuristic' | 'manual' | 'rfm' | 'logistic'

const judged: readonly Choice<Mode>[] = [
  {
    value: 'heuristic',
    label: 'Heuristic, 1 · 3 · 5',
    hint: 'By judgement: 1 for what is nice, 3 for what matters, 5 for what the product lives by. Three steps are all that judgement can tell apart.',
  },
  {
    value: 'manual',
    label: 'Manual',
    hint: 'Any number per behavior, negative ones too; you answer for them.',
  },
  {
    value: 'rfm',
    label: 'RFM',
    hint: 'The weight is the strategic value of the behavior (monetary), the curve log(1 + n) counts how often (frequency), and the recency kernel of the behavior how long ago (recency).',
  },
]

/** Where the weights come from, and since when they hold. */
export function WeightingSettings() {
  const { document, live, problemAt } = useEditor()
  const [weighting, set] = usePart('weighting')
  // A fit can be kept or gone back to; a new one comes with validation.
  const fitted = [document, live?.document].some((one) => one?.weighting.mode === 'logistic')
  const logistic: Choice<Mode> = {
    value: 'logistic',
    label: 'Logistic regression',
    disabled: !fitted,
    hint: fitted
      ? 'Weights fitted to who came back. Changing one by hand makes it your own: choose Manual then.'
      : 'Not available yet: fitted weights come with validation, which has not offered any for this model.',
  }
  return (
    <>
      <ChoiceList
        label="Weighting mode"
        choices={[...judged, logistic]}
        value={weighting.mode}
        onChange={(mode) => set({ mode })}
      />
      {weighting.mode === 'rfm' && <StrategicValues />}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-[auto_minmax(0,1fr)]">
        <DateField
          label="Weights are of"
          optional
          hint="After a quarter they are due for another look."
          path={['weighting', 'calibratedAt']}
          value={weighting.calibratedAt}
          onChange={(calibratedAt) => set({ calibratedAt })}
        />
        <Field
          label="Source of the weights"
          optional
          hint="Who decided them, or on which people they were fitted."
          error={fieldProblem(problemAt('weighting', 'source'))}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={1}
              maxLength={1000}
              value={weighting.source ?? ''}
              onChange={({ target }) => set({ source: target.value || null })}
            />
          )}
        </Field>
      </div>
    </>
  )
}
