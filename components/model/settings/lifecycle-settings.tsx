'use client'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { NumberField } from './number-field'
import { MOST_STAGES, withStage } from './stage-edits'
import { StagePicture } from './stage-picture'
import { StageRow } from './stage-row'
import { usePart } from './use-part'

/** Stages of tenure: whom a person is compared with, and how one stage goes over into the next. */
export function LifecycleSettings() {
  const [lifecycle, set] = usePart('lifecycle')
  const { stages, ownBaseline, blendDays } = lifecycle
  return (
    <>
      <StagePicture lifecycle={lifecycle} />
      <ol aria-label="Stages, youngest first" className="grid gap-2">
        {stages.map((_, index) => (
          <StageRow key={index} index={index} />
        ))}
      </ol>
      <div>
        <Button onClick={() => set({ stages: withStage(stages) })} disabled={stages.length >= MOST_STAGES}>
          Add a stage
        </Button>
      </div>
      <Checkbox
        label="Compare each stage with itself"
        hint="Somebody new is measured against the new, not against those who have had a year. A stage under 30 people is compared together with its older neighbour."
        checked={ownBaseline}
        disabled={stages.length < 2}
        onChange={({ target }) => set({ ownBaseline: target.checked })}
      />
      <NumberField
        label="Blend at a boundary"
        unit={blendDays === 1 ? 'day' : 'days'}
        hint={
          ownBaseline
            ? 'Half before, half after: the score glides from one stage to the next. 0 lets it jump overnight; never wider than the shorter stage.'
            : 'Has no effect while everybody is compared together.'
        }
        path={['lifecycle', 'blendDays']}
        value={blendDays}
        onChange={(value) => set({ blendDays: value })}
        min={0}
        step="any"
      />
    </>
  )
}
