'use client'
import { useState } from 'react'
import { useEditor } from '@/components/model/editor-context'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { withMissingValues, withoutValue, withValue } from './rfm-value-edits'

const andList = new Intl.ListFormat('en')

const values = [1, 2, 3, 4, 5].map((value) => ({
  value: String(value),
  label: value === 1 ? '1, of least value' : value === 5 ? '5, of most value' : String(value),
}))

/** Under RFM a strategic value is the weight: what lacks one, one for all of those, and each by itself. */
export function StrategicValues() {
  const { document, change } = useEditor()
  const [forAll, setForAll] = useState(3)
  const missing = withoutValue(document.behaviors)
  return (
    <div className="grid gap-3">
      {missing.length > 0 && (
        <Notice
          kind="warning"
          title={`${andList.format(missing.map(({ name }) => name))} ${missing.length === 1 ? 'has' : 'have'} no strategic value`}
        >
          <p>
            Without it RFM cannot weigh {missing.length === 1 ? 'it' : 'them'}, and the draft cannot be
            published.
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-2">
            <Select
              aria-label="Strategic value for all that have none"
              value={forAll}
              onChange={({ target }) => setForAll(Number(target.value))}
              options={values}
              className="w-36"
            />
            <Button
              className="h-8"
              onClick={() =>
                change((now) => ({ ...now, behaviors: withMissingValues(now.behaviors, forAll) }))
              }
            >
              {missing.length === 1 ? 'Set it' : `Set all ${missing.length}`}
            </Button>
          </p>
        </Notice>
      )}
      <fieldset className="min-w-0">
        <legend className="mb-1 text-xs font-semibold text-ink-2">Strategic values, 1 to 5</legend>
        <p className="mb-2 text-xs text-ink-3">
          The weights and curves of the behaviors are kept, but RFM does not use them.
        </p>
        <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
          {document.behaviors.map(({ enabled, name, value }, index) =>
            enabled ? (
              <Field
                key={index}
                label={name}
                error={value === null ? 'Needs a value: under RFM it is the weight.' : null}
              >
                {(control) => (
                  <Select
                    {...control}
                    value={value ?? ''}
                    onChange={({ target }) =>
                      change((now) => ({
                        ...now,
                        behaviors: withValue(now.behaviors, index, Number(target.value) || null),
                      }))
                    }
                    options={[{ value: '', label: 'none' }, ...values]}
                  />
                )}
              </Field>
            ) : null,
          )}
        </div>
      </fieldset>
    </div>
  )
}
