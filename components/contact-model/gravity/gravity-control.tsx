'use client'
import { useId } from 'react'
import { NumberBox } from '@/components/model/behaviors/number-box'
import { WeightSlider } from '@/components/model/behaviors/weight-slider'
import { fieldProblem } from '@/components/model/settings/field-problem'
import { PresetButtons } from '@/components/model/settings/preset-buttons'
import { gravityRange } from '../amount-range'
import { useContactEditor } from '../contact-editor-context'
import { fadingInWords } from './fading-words'

/** Gravity by slider, by number and by the three that are always drawn. */
export function GravityControl() {
  const { document, live, change, mayWrite, problemAt } = useContactEditor()
  const { gravity } = document
  const problem = fieldProblem(problemAt('gravity'))
  const problemId = useId()
  const set = (next: number) => change((now) => ({ ...now, gravity: next }))
  return (
    <fieldset disabled={!mayWrite} className="grid min-w-0 gap-1">
      <legend className="mb-1 text-xs font-semibold text-ink-2">
        Gravity g: an action of age a is worth points / a^g
      </legend>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <WeightSlider
          label="Gravity"
          weight={gravity}
          live={live?.document.gravity ?? null}
          disabled={!mayWrite}
          rangeOf={gravityRange}
          onChange={set}
          className="h-8 min-w-40 flex-1"
        />
        <NumberBox
          label="Gravity"
          value={gravity}
          step={0.05}
          disabled={!mayWrite}
          invalid={problem !== null}
          describedBy={problem ? problemId : undefined}
          onChange={(next) => set(next ?? NaN)}
          className="h-8 w-16"
        />
        <PresetButtons
          label="Usual gravities"
          presets={[0.5, 1, 1.5]}
          unit="gravity"
          value={gravity}
          onChange={set}
        />
      </div>
      {problem ? (
        <p id={problemId} role="alert" className="text-xs text-danger">
          {problem}
        </p>
      ) : (
        <p className="text-xs text-ink-3">{fadingInWords(gravity)}</p>
      )}
    </fieldset>
  )
}
