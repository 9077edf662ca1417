'use client'
import { useMemo, useState } from 'react'
import type { PickableEvent } from '@/components/model/behaviors/pickable-events'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import type { Catalog } from '@/lib/events/client'
import { formatNumber } from '@/lib/format/number'
import type { Suggested } from '@/lib/models/templates/client'
import { documentFromTemplate } from '@/lib/models/templates/document-from-template'
import { EXPANSION, type Template } from '@/lib/models/templates/template'
import { outcomeEvents } from './outcome-events'
import { type Choices, eventOf, mappingOf, reasonOf, sharedWith } from './mapping'
import { MappingRow } from './mapping-row'
import { Refusal } from './refusal'
import { useCreateModel } from './use-create-model'

type Props = {
  workspace: string
  today: string
  template: Template
  suggestions: Suggested['items']
  catalog: Catalog
  events: readonly PickableEvent[]
}

/** Which event each behavior of a template is: as suggested, chosen by hand, or none. */
export function MappingForm({ workspace, today, template, suggestions, catalog, events }: Props) {
  const [choices, setChoices] = useState<Choices>({})
  const [name, setName] = useState(template.name)
  const create = useCreateModel(workspace)
  const withOutcomes = useMemo(() => [...outcomeEvents(catalog.items), ...events], [catalog, events])
  const mapping = mappingOf(choices, suggestions, events)
  const made = documentFromTemplate(template, mapping, {
    name: name.trim() || template.name,
    calibratedAt: today,
  })
  const mapped = template.behaviors.filter(({ key }) => mapping[key]).length
  const nameOf = (key: string) =>
    template.behaviors.find((behavior) => behavior.key === key)?.name ?? template.outcomes.expansion.name

  const rows = [
    ...template.behaviors,
    { ...template.outcomes.expansion, key: EXPANSION, weight: null, measure: null },
  ]
  return (
    <Form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (made.ok) create.mutate(made.document)
      }}
    >
      <p className="text-sm text-ink-2" role="status">
        <b className="font-semibold text-ink">
          {formatNumber(mapped)} of {formatNumber(template.behaviors.length)} behaviors have an event.
        </b>{' '}
        {mapped < template.behaviors.length && 'Those without one are left out; they can be added later. '}
      </p>
      <p className="text-xs text-ink-2">
        Counted over {template.window.days} days. What the score should foretell: {template.outcome}
      </p>
      <ul aria-label="Behaviors" className="-mx-4 border-t border-line max-md:-mx-3">
        {rows.map((row) => {
          const suggestion = suggestions.find(({ behavior }) => behavior === row.key)
          if (!suggestion) return null
          return (
            <MappingRow
              key={row.key}
              name={row.name}
              why={row.why}
              weight={row.weight}
              measure={row.measure?.type ?? null}
              isOutcome={row.key === EXPANSION}
              event={eventOf(choices, suggestion)}
              reason={reasonOf(choices, suggestion)}
              alsoFor={sharedWith(choices, suggestions, suggestion).map(nameOf)}
              candidates={suggestion.candidates}
              catalog={catalog}
              events={row.key === EXPANSION ? withOutcomes : events}
              onChoose={(event) => setChoices((now) => ({ ...now, [row.key]: event }))}
            />
          )
        })}
      </ul>
      {create.error && <Refusal error={create.error} />}
      {!made.ok && <Notice kind="warning" title={made.message} />}
      <div className="flex flex-wrap items-end gap-2">
        <Field label="Name of the model" className="w-72 max-md:w-full">
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={200}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          variant="go"
          className="h-8"
          disabled={!made.ok}
          busy={create.isPending || create.isSuccess}
        >
          Make the draft
        </Button>
      </div>
    </Form>
  )
}
