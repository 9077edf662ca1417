import type { PropertyValues } from '@/lib/events/client'
import { formatNumber, formatPlain } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import type { Op } from './condition-change'

export type ValueSuggestionsProps = {
  seen: PropertyValues
  op: Op
  onChoose: (value: string | number | boolean) => void
}

const shownAtOnce = 6
const ordered: readonly Op[] = ['lt', 'lte', 'gt', 'gte']

/** What the property was in the newest events, to choose from; for a comparison of size its range. */
export function ValueSuggestions({ seen, op, onChoose }: ValueSuggestionsProps) {
  const { values, events, min, max } = seen
  const fitting = values.filter((one) => (ordered.includes(op) ? one.type === 'number' : !one.masked))
  const none = seen.types.text + seen.types.number + seen.types.boolean + seen.types.other === 0
  if (none) {
    return <p className="text-xs text-ink-3">Not in the newest {formatNumber(events)} of these events.</p>
  }
  return (
    <div className="flex flex-wrap items-center gap-1 text-xs text-ink-3">
      {min !== null && max !== null && max > min && (
        <span>
          {formatPlain(min)} to {formatPlain(max)} lately:
        </span>
      )}
      {op !== 'exists' &&
        fitting.slice(0, shownAtOnce).map((one) => (
          <button
            key={`${one.type} ${one.value}`}
            type="button"
            onClick={() => onChoose(one.value)}
            className="max-w-40 truncate rounded-sm bg-sunken px-1.5 text-ink-2 hover:text-ink"
          >
            {one.value === '' ? '(empty)' : String(one.value)}{' '}
            <span className="text-ink-3">{formatShare(one.count, events, 0)}</span>
          </button>
        ))}
    </div>
  )
}
