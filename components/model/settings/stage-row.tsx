'use client'
import { X } from 'lucide-react'
import { useEditor } from '@/components/model/editor-context'
import { useWhatIf } from '@/components/model/what-if-context'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { fieldProblem } from './field-problem'
import { NumberField } from './number-field'
import { changedStage, withoutStage } from './stage-edits'
import { stagePeopleInWords } from './stage-people'
import { usePart } from './use-part'

/** One stage: its name, where it ends, and who is in it now. */
export function StageRow({ index }: { index: number }) {
  const { document, problemAt } = useEditor()
  const { result } = useWhatIf()
  const [{ stages, ownBaseline }, set] = usePart('lifecycle')
  const stage = stages[index]
  if (!stage) return null

  const begins = stages[index - 1]?.untilDay ?? 0
  const counted = result?.summary.stages.find(({ key }) => key === stage.key)
  const frozen = document.normalisation.reference.type === 'frozen'
  const change = (changes: Partial<typeof stage>) => set({ stages: changedStage(stages, index, changes) })
  return (
    <li className="grid gap-1 border-t border-line pt-2 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <Field
          label={`Stage ${index + 1}`}
          error={fieldProblem(problemAt('lifecycle', 'stages', index, 'key'))}
          className="w-44"
        >
          {(control) => (
            <Input
              {...control}
              value={stage.key}
              maxLength={100}
              onChange={({ target }) => change({ key: target.value })}
            />
          )}
        </Field>
        {stage.untilDay === null ? (
          <p className="pt-6 text-sm text-ink-2">from day {Number.isFinite(begins) ? begins : '–'} on</p>
        ) : (
          <NumberField
            label={`Day on which ${stage.key.trim() || `stage ${index + 1}`} ends`}
            unit="days since first seen"
            path={['lifecycle', 'stages', index, 'untilDay']}
            value={stage.untilDay}
            onChange={(untilDay) => change({ untilDay })}
            min={1}
            step={1}
          />
        )}
        {stages.length > 1 && (
          <IconButton
            label={`Remove ${stage.key.trim() || `stage ${index + 1}`}`}
            className="mt-5.5 ml-auto"
            onClick={() => set({ stages: withoutStage(stages, index) })}
          >
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      {counted && (
        <p className="text-xs text-ink-3">{stagePeopleInWords(counted, { ownBaseline, frozen })}.</p>
      )}
    </li>
  )
}
