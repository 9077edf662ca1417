'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { changeWorkspace } from '@/lib/workspaces/actions'
import { updateWorkspaceSchema } from '@/lib/workspaces/schema'
import { TimeZoneSelect } from './time-zone-select'

type Props = { workspace: string; name: string; timeZone: string; may: boolean }

export function WorkspaceCard({ workspace, name, timeZone, may }: Props) {
  const router = useRouter()
  const [said, setSaid] = useState<{ kind: 'info' | 'error'; text: string }>()
  const form = useForm({ resolver: zodResolver(updateWorkspaceSchema), defaultValues: { name, timeZone } })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async (values) => {
    const answer = await changeWorkspace(workspace, values)
    setSaid(answer.ok ? { kind: 'info', text: 'Saved.' } : { kind: 'error', text: answer.message })
    if (answer.ok) router.refresh()
  })

  return (
    <Card aria-labelledby="workspace">
      <CardHeader id="workspace" title="Workspace" caption={`Its address is /w/${workspace}.`} />
      <CardBody>
        <Form onSubmit={submit} className="grid gap-3 sm:grid-cols-2">
          <Field label="Name" error={errors.name?.message}>
            {(control) => <Input {...control} {...form.register('name')} disabled={!may} />}
          </Field>
          <Field
            label="Time zone"
            hint="A day is a day of this zone. A change holds from the next run on."
            error={errors.timeZone?.message}
          >
            {(control) => <TimeZoneSelect {...control} {...form.register('timeZone')} disabled={!may} />}
          </Field>
          {said && <Notice kind={said.kind} live title={said.text} className="sm:col-span-2" />}
          {may && (
            <div className="sm:col-span-2">
              <Button type="submit" busy={isSubmitting}>
                Save the workspace
              </Button>
            </div>
          )}
        </Form>
      </CardBody>
    </Card>
  )
}
