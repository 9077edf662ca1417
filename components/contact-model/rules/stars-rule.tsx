'use client'
import { NumberField } from '@/components/model/settings/number-field'
import { useContactEditor } from '../contact-editor-context'
import { CutsSlider } from './cuts-slider'
import { CUT_STEP } from './star-cuts'

/** Where 2★ to 5★ begin: dragged, stepped, or typed. */
export function StarsRule() {
  const { document, live, change, mayWrite } = useContactEditor()
  const set = (stars: readonly number[]) => change((now) => ({ ...now, stars: [...stars] }))
  return (
    <div className="grid gap-3">
      <CutsSlider
        cuts={document.stars}
        live={live?.document.stars ?? []}
        disabled={!mayWrite}
        onChange={set}
      />
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {document.stars.map((from, index) => (
          <NumberField
            key={index}
            label={`${index + 2}★ ${index === 0 ? 'from' : 'above'}`}
            path={['stars', index]}
            value={from}
            onChange={(next) => set(document.stars.map((cut, place) => (place === index ? next : cut)))}
            min={0}
            step={CUT_STEP}
          />
        ))}
      </div>
      <p className="text-xs text-ink-3">
        A score on the first cut has 2★ already; a score on any other has the fewer stars. Higher scores are
        better, and there is no highest.
      </p>
    </div>
  )
}
