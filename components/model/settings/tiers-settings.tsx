'use client'
import { useEditor } from '@/components/model/editor-context'
import { Button } from '@/components/ui/button'
import { fieldProblem } from './field-problem'
import { MOST_TIERS, withTier } from './tier-edits'
import { TierRow } from './tier-row'

/** Three to five named intervals of the score, each with what to do. */
export function TiersSettings() {
  const { document, change, problemAt } = useEditor()
  const { tiers } = document
  const problem = problemAt('tiers')
  const ofOne = tiers.some((_, index) => problemAt('tiers', index) !== null)
  return (
    <>
      <ol aria-label="Tiers, lowest first" className="grid gap-3">
        {tiers.map((_, index) => (
          <TierRow key={index} index={index} />
        ))}
      </ol>
      {problem && !ofOne && (
        <p role="alert" className="text-xs text-danger">
          {fieldProblem(problem)}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          onClick={() => change((now) => ({ ...now, tiers: withTier(now.tiers) }))}
          disabled={tiers.length >= MOST_TIERS}
        >
          Add a tier
        </Button>
        <span className="text-xs text-ink-3">
          3 to 5 tiers. A score on a cut belongs to the tier above it; 100 to the highest.
        </span>
      </div>
    </>
  )
}
