'use client'
import { useWhatIf } from '@/components/model/what-if-context'
import { stateNames } from '@/lib/engagement/state-names'
import { formatNumber } from '@/lib/format/number'
import { DomainChips } from './domain-chips'
import { NumberField } from './number-field'
import { TraitConditions } from './trait-conditions'
import { usePart } from './use-part'

/** Who is scored. */
export function PopulationSettings() {
  const [{ activeWithinDays, graceDays }, set] = usePart('population')
  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <NumberField
          label="Active within the last"
          unit={activeWithinDays === 1 ? 'day' : 'days'}
          hint="Whoever was active longer ago is dormant."
          path={['population', 'activeWithinDays']}
          value={activeWithinDays}
          onChange={(value) => set({ activeWithinDays: value })}
          min={1}
          step={1}
        />
        <NumberField
          label="Grace"
          unit={graceDays === 1 ? 'day' : 'days'}
          hint="Nobody is judged in the first days."
          path={['population', 'graceDays']}
          value={graceDays}
          onChange={(value) => set({ graceDays: value })}
          min={0}
          step="any"
        />
      </div>
      <DomainChips />
      <TraitConditions />
      <StatesNow />
    </>
  )
}

/** What becomes of everybody under the draft. */
function StatesNow() {
  const { result } = useWhatIf()
  if (!result) return null
  const { scored, ...beside } = result.summary.states
  const others = Object.entries(beside).filter(([, people]) => people > 0)
  return (
    <p className="text-xs text-ink-3">
      Now: <b className="text-ink-2">{formatNumber(scored)}</b> with a score
      {others.map(([state, people]) => (
        <span key={state}>
          , {formatNumber(people)} {stateNames[state as keyof typeof stateNames].toLowerCase()}
        </span>
      ))}
      .
    </p>
  )
}
