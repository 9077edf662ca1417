'use client'
import { Checkbox } from '@/components/ui/checkbox'
import { anyActivity } from '@/lib/scoring/engagement/grammar/match'
import { ChoiceList } from './choice-list'
import { isAnyActivity } from './match-edits'
import { MatchField } from './match-field'
import { NumberField } from './number-field'
import { usePart } from './use-part'

/** What a score should foretell: whether somebody comes back, and whether they grow. */
export function OutcomesSettings() {
  const [{ retention, expansion }, set] = usePart('outcomes')
  const keep = (changes: Partial<typeof retention>) => set({ retention: { ...retention, ...changes } })
  return (
    <>
      <p className="text-xs text-ink-3">
        Outcomes do not change a score: they are what it is tested against.
      </p>
      <ChoiceList
        label="Retained is who does"
        choices={[
          { value: 'any', label: 'Any activity', hint: 'Whatever people do in the product.' },
          { value: 'events', label: 'Chosen events', hint: 'Only what shows that they still get its value.' },
        ]}
        value={isAnyActivity(retention.match) ? 'any' : 'events'}
        onChange={(kind) => keep({ match: kind === 'any' ? anyActivity() : { any: [] } })}
      />
      {!isAnyActivity(retention.match) && (
        <MatchField
          label="Events that count as retention"
          path={['outcomes', 'retention', 'match']}
          match={retention.match}
          onChange={(match) => keep({ match })}
        />
      )}
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <NumberField
          label="Looked for from"
          unit="days after the date"
          path={['outcomes', 'retention', 'fromDay']}
          value={retention.fromDay}
          onChange={(fromDay) => keep({ fromDay })}
          min={0}
          step={1}
        />
        <NumberField
          label="Looked for until"
          unit="days after the date"
          hint="That day itself is no longer looked at."
          path={['outcomes', 'retention', 'toDay']}
          value={retention.toDay}
          onChange={(toDay) => keep({ toDay })}
          min={1}
          step={1}
        />
      </div>
      <Checkbox
        label="Look for expansion too"
        hint="An upgrade, more seats, a larger order: what a growing customer does."
        checked={expansion !== null}
        onChange={({ target }) =>
          set({ expansion: target.checked ? { match: { any: [] }, withinDays: 90 } : null })
        }
      />
      {expansion && (
        <>
          <MatchField
            label="Events that count as expansion"
            path={['outcomes', 'expansion', 'match']}
            match={expansion.match}
            onChange={(match) => set({ expansion: { ...expansion, match } })}
          />
          <NumberField
            label="Within"
            unit="days after the date"
            path={['outcomes', 'expansion', 'withinDays']}
            value={expansion.withinDays}
            onChange={(withinDays) => set({ expansion: { ...expansion, withinDays } })}
            min={1}
            step={1}
          />
        </>
      )}
    </>
  )
}
