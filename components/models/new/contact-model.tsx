'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CardBody } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Input } from '@/components/ui/input'
import { formatPlain } from '@/lib/format/number'
import { actionInWords } from '@/lib/scoring/contacts/action-names-in-words'
import {
  type PositiveAction,
  usualPoints,
  usualSeverities,
} from '@/lib/scoring/contacts/grammar/action-names'
import { Refusal } from './refusal'
import { useCreateModel } from './use-create-model'

const points = Object.entries(usualPoints) as [PositiveAction, number][]
const severities = Object.entries(usualSeverities) as [keyof typeof usualSeverities, number][]

const listed = (worths: readonly (readonly [keyof typeof actionInWords, number])[]) =>
  worths.map(([action, worth]) => `${actionInWords[action]} ${formatPlain(worth)}`).join(' · ')

/** A model of those who receive e-mail, with the usual points. */
export function ContactModel({ workspace }: { workspace: string }) {
  const [name, setName] = useState('Newsletter')
  const create = useCreateModel(workspace)
  return (
    <CardBody>
      <Form
        className="grid max-w-[720px] gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate({ kind: 'contact', name: name.trim() || 'Newsletter' })
        }}
      >
        <p className="text-sm text-ink-2">
          Gives one to five stars to everybody who receives your e-mail. What they do adds points that fade
          with every later action; bounces and complaints divide the score. It begins with the usual worth of
          each action; the draft changes any of it.
        </p>
        <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
          <dt className="text-ink-3">Points</dt>
          <dd>{listed(points)}</dd>
          <dt className="text-ink-3">Severity</dt>
          <dd>{listed(severities)}</dd>
          <dt className="text-ink-3">Stars</dt>
          <dd>2★ from 2 · 3★ above 3 · 4★ above 5 · 5★ above 9</dd>
        </dl>
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
          <Button type="submit" variant="go" className="h-8" busy={create.isPending || create.isSuccess}>
            Make the draft
          </Button>
        </div>
      </Form>
    </CardBody>
  )
}
