'use client'
import { useState } from 'react'
import { EventPicker } from '@/components/model/behaviors/event-picker'
import type { PickableEvent } from '@/components/model/behaviors/pickable-events'
import { Button } from '@/components/ui/button'
import { CardBody } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Input } from '@/components/ui/input'
import type { Catalog } from '@/lib/events/client'
import { plural } from '@/lib/format/plural'
import { MOST_EVENTS, blankDocument } from './blank-document'
import { ChosenEvents } from './chosen-events'
import { Refusal } from './refusal'
import { useCreateModel } from './use-create-model'

type Props = { workspace: string; today: string; catalog: Catalog; events: readonly PickableEvent[] }

/** A model of one or more events, all weighing the same. */
export function BlankModel({ workspace, today, catalog, events }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [name, setName] = useState('New model')
  const create = useCreateModel(workspace)
  return (
    <CardBody>
      <Form
        className="grid max-w-[720px] gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate(blankDocument(name, chosen, today))
        }}
      >
        <p className="text-sm text-ink-2">
          Pick one or more events. Each becomes a behavior that counts the days with it, of weight 3.
        </p>
        <EventPicker
          catalog={{ events, total: catalog.total, exact: catalog.exact, isPending: false, error: null }}
          taken={chosen}
          onPick={(event) => setChosen((now) => [...now, event].slice(0, MOST_EVENTS))}
          onCancel={null}
        />
        <ChosenEvents
          events={chosen}
          onRemove={(event) => setChosen((now) => now.filter((other) => other !== event))}
        />
        {create.error && <Refusal error={create.error} />}
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
            disabled={chosen.length === 0}
            busy={create.isPending || create.isSuccess}
          >
            {chosen.length === 0 ? 'Make the draft' : `Make a draft of ${plural(chosen.length, 'behavior')}`}
          </Button>
        </div>
      </Form>
    </CardBody>
  )
}
