'use client'
import { ChoiceList } from '@/components/model/settings/choice-list'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useContactEditor } from '../contact-editor-context'
import { withUsualFloor } from '../usual-floor'

const units = [
  { value: 'hour', label: 'hours' },
  { value: 'day', label: 'days' },
  { value: 'week', label: 'weeks' },
] as const

/** What makes an action older: the actions that follow it, or time. */
export function ClockRule() {
  const { document, change } = useContactEditor()
  const { clock } = document
  const set = (next: typeof clock) => change((now) => withUsualFloor(now, { ...now, clock: next }))
  return (
    <>
      <ChoiceList
        label="What makes an action older"
        choices={[
          {
            value: 'position',
            label: 'The actions after it',
            hint: 'The newest counted action has age 1, the one before 2. A score stands still until something happens.',
          },
          {
            value: 'time',
            label: 'Time',
            hint: 'Age is 1 plus what has passed. Scores fall by themselves, so all are rated again each night and a floor is usual.',
          },
        ]}
        value={clock.type}
        onChange={(type) => set(type === 'position' ? { type } : { type, unit: 'day' })}
      />
      {clock.type === 'time' && (
        <Field
          label="Age counts in"
          className="w-44"
          hint="By weeks points fade seven times slower than by days."
        >
          {(control) => (
            <Select
              {...control}
              options={units}
              value={clock.unit}
              onChange={({ target }) =>
                set({ type: 'time', unit: target.value as (typeof units)[number]['value'] })
              }
            />
          )}
        </Field>
      )}
    </>
  )
}
