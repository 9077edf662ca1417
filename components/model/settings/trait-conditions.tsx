'use client'
import { useEditor } from '@/components/model/editor-context'
import { Button } from '@/components/ui/button'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { emptyCondition, type WrittenCondition } from './condition-edits'
import { ConditionRow } from './condition-row'
import { fieldProblem } from './field-problem'
import { usePart } from './use-part'

/** People who are left out by what is known of them: conditions on traits, joined by all or any. */
export function TraitConditions() {
  const { problemAt } = useEditor()
  const [{ exclude }, set] = usePart('population')
  const where = exclude?.where ?? []
  const join = exclude?.join ?? 'all'
  const place = ['population', 'exclude']
  const ofOne = where.some((_, index) => problemAt(...place, 'where', index) !== null)
  const problem = ofOne ? null : fieldProblem(problemAt(...place))
  const write = (conditions: WrittenCondition[]) =>
    set({ exclude: conditions.length === 0 ? null : { where: conditions, join } })
  return (
    <fieldset className="grid min-w-0 content-start gap-2">
      <legend className="mb-1 text-xs font-semibold text-ink-2">Excluded by traits</legend>
      {where.length > 1 && (
        <div className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
          Leave out people who meet
          <SegmentedControl
            label="How the conditions are joined"
            options={[
              { value: 'all', label: 'all' },
              { value: 'any', label: 'any' },
            ]}
            value={join}
            onValueChange={(next) => set({ exclude: { where, join: next } })}
          />
          of these
        </div>
      )}
      <ul className="grid gap-2">
        {where.map((condition, index) => (
          <ConditionRow
            key={index}
            number={index + 1}
            path={[...place, 'where', index]}
            condition={condition}
            onChange={(changed) => write(where.map((other, place) => (place === index ? changed : other)))}
            onRemove={() => write(where.filter((_, place) => place !== index))}
          />
        ))}
      </ul>
      {problem && (
        <p role="alert" className="text-xs text-danger">
          {problem}
        </p>
      )}
      <div>
        <Button onClick={() => write([...where, emptyCondition()])} disabled={where.length >= 20}>
          Add a condition
        </Button>
      </div>
      <p className="text-xs text-ink-3">
        Somebody whose trait is absent meets no condition on it, “is not” included. The text “3” is not the
        number 3.
      </p>
    </fieldset>
  )
}
