import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { measureOf, measures } from './measures'
import { propertiesOf } from './pickable-events'
import { PropertyInput } from './property-input'
import type { SectionProps } from './section-props'
import { SheetSection } from './sheet-section'
import { useEvents } from './use-events'

/** How events become a number. */
export function MeasureSection({ behavior, patch, disabled, problem }: SectionProps) {
  const { measure, match } = behavior
  const { events } = useEvents()
  const properties = [...new Set(match.any.flatMap(({ event }) => propertiesOf(events, event)))].sort()
  return (
    <SheetSection section="measure" title="Measure" hint="How the events of the window become a number.">
      <Field label="Measure" error={problem('measure', 'type')}>
        {(control) => (
          <Select
            {...control}
            value={measure.type}
            disabled={disabled}
            options={measures.map(({ value, words }) => ({ value, label: words }))}
            onChange={({ target }) => patch({ measure: measureOf(target.value) })}
          />
        )}
      </Field>
      {measure.type === 'sum' && (
        <Field
          label="Property to sum"
          hint="Absent counts as 0, and so does a total below 0."
          error={problem('measure', 'property')}
        >
          {({ id }) => (
            <PropertyInput
              id={id}
              value={measure.property}
              properties={properties}
              disabled={disabled}
              onChange={(property) => patch({ measure: { type: 'sum', property } })}
            />
          )}
        </Field>
      )}
    </SheetSection>
  )
}
