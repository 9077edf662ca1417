import { Plus, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { UNSET } from './condition-change'
import { ConditionRow } from './condition-row'
import type { WrittenBehavior } from './entries'
import { InlineSelect } from './inline-select'
import { type PickableEvent, propertiesOf } from './pickable-events'

type Matcher = WrittenBehavior['match']['any'][number]

export type EventMatcherProps = {
  matcher: Matcher
  events: readonly PickableEvent[]
  disabled: boolean
  /** Why the field at this path of the matcher is refused. */
  problem: (...path: (string | number)[]) => string | null
  onChange: (change: Partial<Matcher>) => void
  onRemove: () => void
}

/** One event that counts, and what its properties must say for that. */
export function EventMatcher({ matcher, events, disabled, problem, onChange, onRemove }: EventMatcherProps) {
  const { event, where, join } = matcher
  const known = events.find(({ name }) => name === event)
  const words = event === '*' ? '* any activity' : event
  return (
    <div className="grid min-w-0 gap-2 rounded-md border border-line p-2">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1">
          <span className="block truncate font-mono text-xs" title={words}>
            {words}
          </span>
          {known && (
            <span className="block text-xs text-ink-3">
              {plural(known.volume, 'event')} · {formatNumber(known.people)} people ever
            </span>
          )}
        </span>
        <IconButton label={`Do not count ${words}`} disabled={disabled} onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      </div>
      {where.length > 1 && (
        <p className="text-xs text-ink-3">
          where{' '}
          <InlineSelect
            aria-label={`Conditions on ${words}`}
            options={[
              { value: 'all', label: 'all' },
              { value: 'any', label: 'any' },
            ]}
            value={join}
            disabled={disabled}
            onChange={({ target }) => onChange({ join: target.value as Matcher['join'] })}
          />{' '}
          of these hold
        </p>
      )}
      {where.map((condition, index) => (
        <ConditionRow
          key={index}
          event={event}
          condition={condition}
          properties={propertiesOf(events, event)}
          disabled={disabled}
          problem={problem('where', index)}
          onChange={(next) => onChange({ where: where.with(index, next) })}
          onRemove={() => onChange({ where: where.toSpliced(index, 1) })}
        />
      ))}
      <Button
        variant="quiet"
        disabled={disabled || where.length >= 20}
        onClick={() => onChange({ where: [...where, { property: '', op: 'eq', value: UNSET }] })}
        className="-ml-1 h-6 w-fit px-1.5 text-xs"
      >
        <Plus aria-hidden className="stroke-[1.5]" />
        {where.length === 0 ? 'Only where a property …' : 'Another condition'}
      </Button>
    </div>
  )
}
