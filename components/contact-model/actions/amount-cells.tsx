'use client'
import { actionName } from '@/components/contact/action-words'
import { NumberBox } from '@/components/model/behaviors/number-box'
import { weightRange } from '@/components/model/behaviors/weight-range'
import { WeightSlider } from '@/components/model/behaviors/weight-slider'
import { cn } from '@/components/ui/cn'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'
import { severityRange } from '../amount-range'
import { useContactEditor } from '../contact-editor-context'
import { amountOf, type Rule, withAction } from './action-edits'
import { cell } from './cell'

type Props = {
  action: ActionName
  rule: Rule
  /** Its place in the document; null where it is not listed. */
  index: number | null
  /** The rule of the live version; null without. */
  published: Rule | null
}

/** What an action is worth when it is new, by slider and by number: points of a positive, severity of a negative. */
export function AmountCells({ action, rule, index, published }: Props) {
  const { change, mayWrite, problemAt } = useContactEditor()
  const amount = amountOf(rule)
  if (amount === null || !rule.counted) {
    return (
      <td colSpan={2} className={cn(cell, 'pr-4! text-xs text-ink-3 @max-[580px]/actions:hidden')}>
        {action === 'delivered' ? '' : 'takes no position'}
      </td>
    )
  }
  const isPositive = 'points' in rule
  const label = `${isPositive ? 'Points' : 'Severity'} of ${actionName(action)}`
  const live = published?.counted ? amountOf(published) : null
  const set = (next: number) => change((now) => withAction(now, action, { amount: next }))
  return (
    <>
      <td
        className={cn(
          cell,
          'w-1/4 min-w-28 @max-[580px]/actions:col-span-2 @max-[580px]/actions:w-auto @max-[580px]/actions:pt-1',
        )}
      >
        <WeightSlider
          label={label}
          weight={amount}
          live={live}
          disabled={!mayWrite}
          rangeOf={isPositive ? weightRange : severityRange}
          onChange={set}
          className="@max-[580px]/actions:h-8"
        />
      </td>
      <td
        className={cn(cell, 'w-px pr-4! text-right @max-[580px]/actions:w-auto @max-[580px]/actions:pr-0!')}
      >
        <NumberBox
          label={label}
          value={amount}
          step={isPositive ? 1 : 0.05}
          disabled={!mayWrite}
          invalid={index !== null && problemAt('actions', index, isPositive ? 'points' : 'severity') !== null}
          onChange={(next) => set(next ?? NaN)}
          className={cn(
            'pointer-coarse:h-7',
            live !== null && live !== amount && 'border-accent hover:border-accent',
          )}
        />
      </td>
    </>
  )
}
